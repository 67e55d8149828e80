/** Programs that once showed a difference, with what each CPython does: a spec replays them for ever after. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Compared, comparable } from "./compare.js";
import { folder } from "./folder.js";
import type { Judged, Sort } from "./judge.js";
import type { Program } from "./program.js";

/** A kept program. */
export interface Regression {
  /** The file's name without its ending. */
  readonly name: string;
  readonly sort: Sort;
  /** What was wrong, where somebody has written it down. */
  readonly cause?: string;
  readonly program: Program;
  /** What CPython does: one entry for each behaviour. */
  readonly recorded: readonly { readonly versions: readonly string[]; readonly behaviour: Compared }[];
}

const cases = join(folder, "regressions");

/** All kept programs. */
export function readRegressions(): Regression[] {
  return readdirSync(cases)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({
      ...(JSON.parse(readFileSync(join(cases, file), "utf8")) as Omit<Regression, "name">),
      name: file.slice(0, -".json".length),
    }));
}

/** Groups what was seen by behaviour. */
function recordedOf(judged: readonly Judged[]): Regression["recorded"] {
  const groups = new Map<string, { versions: string[]; behaviour: Compared }>();
  for (const { version, cpython } of judged) {
    const behaviour = comparable(cpython);
    const key = JSON.stringify(behaviour);
    const group = groups.get(key) ?? { versions: [], behaviour };
    group.versions.push(version);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * Keeps a program.
 * @param judged what it did in every version at hand
 * @param cause what was wrong; to be written into the file when that is known
 * @returns the file
 */
export function keepRegression(sort: Sort, program: Program, judged: readonly Judged[], cause = ""): string {
  const name = createHash("sha256").update(JSON.stringify(program)).digest("hex").slice(0, 10);
  const file = join(cases, `${sort}_${name}.json`);
  mkdirSync(cases, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ sort, cause, program, recorded: recordedOf(judged) }, null, 1)}\n`);
  return file;
}
