/** Who says whether a program does the same on both sides. */
import type fc from "fast-check";
import { versions } from "interloop";
import { findInterpreters, type PythonInterpreter } from "../src/bridge/interpreters.js";
import type { Program } from "./program.js";
import type { Behaviour } from "./simulated.js";

/** What a program did in one version, on both sides. */
export interface Judged {
  readonly version: string;
  readonly cpython: Behaviour;
  readonly interloop: Behaviour;
  readonly same: boolean;
}

/** Runs programs of one sort on both sides. */
export interface Judge {
  /** The word for the sort: `single` or `threads`. */
  readonly sort: Sort;
  readonly grammar: fc.Arbitrary<Program>;
  /** The versions that it asks, oldest first. */
  readonly versions: readonly string[];
  /**
   * Runs a program.
   * @param program any program of the grammar
   * @param only the versions to ask; all unless told
   * @returns what it did in each version
   */
  judge(program: Program, only?: readonly string[]): Promise<readonly Judged[]>;
  /** Ends the interpreters. */
  close(): Promise<void>;
}

/** Programs of one thread, or of several. */
export type Sort = "single" | "threads";

/** The interpreters at hand that the simulator knows, oldest first. */
export async function interpretersAtHand(): Promise<PythonInterpreter[]> {
  const found = await findInterpreters();
  return versions.flatMap((version) => found.find((one) => one.version === version) ?? []);
}
