/** Runs programs in the simulator: what is printed as JavaScript is compiled and called. */
import { compileFunction } from "node:vm";
import {
  asyncio,
  builtins,
  except,
  raise,
  type ReplayOptions,
  type Run,
  type Scenario,
  simulate,
  threading,
  time,
} from "interloop";
import type { Plan } from "./plan.js";
import { prelude } from "./prelude.js";
import { javascriptBody, preludeNames } from "./print.js";

/** What a program did, on either side. */
export interface Behaviour {
  /** What it printed. */
  readonly output: string;
  /** What it wrote to standard error; in programs of one thread, nothing that counts. */
  readonly stderr?: string;
  /** `returned`, `deadlock`, or `raised …`. */
  readonly ending: string;
  /** Where the clock stood in the end, in nanoseconds. */
  readonly time: number;
}

const modules = { asyncio, builtins, except, raise, threading, time, prelude };
/** No program comes near these; one that does is worth a look. */
const limits = { maxSteps: 1_000_000, maxTime: 1_000_000 };

/** Compiles a program. */
export function scenarioOf(plan: Plan): Scenario {
  const code = `return function* program() {\nconst { ${preludeNames} } = prelude();\n${javascriptBody(plan)}\n};`;
  const make = compileFunction(code, Object.keys(modules)) as (...values: unknown[]) => Scenario;
  return make(...Object.values(modules));
}

/** What a run did. */
export function behaviourOf(run: Run): Behaviour {
  const ending = run.ending.kind === "returned" ? "returned" : run.endingText;
  return {
    output: run.output,
    ending: run.ending.kind === "deadlock" ? "deadlock" : ending,
    time: Math.round(run.time * 1e9),
  };
}

/** Runs a program on the default schedule. What is wrong with the simulator is an ending, too. */
export function simulated(scenario: Scenario, python: string, options: ReplayOptions): Behaviour {
  try {
    return behaviourOf(simulate(scenario, { ...limits, ...options, python }));
  } catch (error) {
    return { output: "", ending: `crashed: ${error instanceof Error ? error.message : String(error)}`, time: 0 };
  }
}
