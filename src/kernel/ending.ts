/** How a run ended: one closed union, so that no ending can be forgotten. Each has its own text and exit code. */
import type { Divergence } from "./chooser.js";

/** One edge of the wait-for graph: a thread, what it waits for, and who holds that. */
export interface Wait {
  /** The thread's name. */
  readonly thread: string;
  /** What it was about to do. */
  readonly operation: string;
  /** The chain of what it waits for, outermost first, ending where nobody in particular can help. */
  readonly chain: readonly string[];
}

export type Ending =
  /** The scenario returned and every thread that Python waits for has ended. */
  | { readonly kind: "returned"; readonly value: unknown }
  /** An exception left the main thread. */
  | { readonly kind: "raised"; readonly exception: unknown }
  /** `SystemExit` left the main thread, with this exit status. */
  | { readonly kind: "exited"; readonly code: number }
  /** Every thread waits and no time will free one. */
  | { readonly kind: "deadlock"; readonly waits: readonly Wait[]; readonly cycle: readonly string[] }
  | { readonly kind: "step limit"; readonly limit: number }
  | { readonly kind: "time limit"; readonly limit: number }
  | { readonly kind: "thread limit"; readonly limit: number }
  /** The schedule asks for something that this run cannot do. */
  | ({ readonly kind: "diverged" } & Divergence)
  /** The same prefix of choices led to another choice than before: the scenario draws on something outside the simulation. */
  | { readonly kind: "nondeterminism"; readonly choice: number; readonly before: string; readonly now: string }
  /** Only on a real interpreter: the program left the simulation; `call` is what it called, or how its process died. */
  | { readonly kind: "escape"; readonly call: string }
  /** Only on a real interpreter: nothing was heard of the program for so many seconds of real time; `place` is where it was. */
  | { readonly kind: "stalled"; readonly seconds: number; readonly place: string };

/** Process exit codes of the command line by ending; those above 100 cannot be mistaken for the program's own. */
export const exitCodes = {
  returned: 0,
  raised: 1,
  deadlock: 101,
  "step limit": 102,
  "time limit": 103,
  "thread limit": 104,
  diverged: 105,
  nondeterminism: 106,
  // 107 is for a bug of Interloop itself.
  escape: 108,
  stalled: 109,
} as const;

/** The exit code for an ending: for `exited` the program's own, otherwise from {@link exitCodes}. */
export function exitCode(ending: Ending): number {
  return ending.kind === "exited" ? ending.code : exitCodes[ending.kind];
}

function describeDeadlock(ending: Extract<Ending, { kind: "deadlock" }>): string {
  const lines = ["deadlock: no thread can go on, and no time will free one"];
  for (const wait of ending.waits) {
    lines.push(`  ${wait.thread}: ${wait.operation}, waits for ${wait.chain.join(" → ")}`);
  }
  if (ending.cycle.length > 0) lines.push(`  cycle: ${ending.cycle.join(" → ")}`);
  return lines.join("\n");
}

/**
 * An ending as text for people: one line, or several for a deadlock.
 * @param show how an exception or a returned value is written
 */
export function describeEnding(ending: Ending, show: (value: unknown) => string = String): string {
  switch (ending.kind) {
    case "returned":
      return ending.value === undefined ? "returned" : `returned ${show(ending.value)}`;
    case "raised":
      return `raised ${show(ending.exception)}`;
    case "exited":
      return `exited with status ${String(ending.code)}`;
    case "deadlock":
      return describeDeadlock(ending);
    case "step limit":
      return `step limit: ${String(ending.limit)} steps without an end, often a spin loop or a loop that nothing stops; raise maxSteps if the program needs more`;
    case "time limit":
      return `time limit: virtual time passed ${String(ending.limit)} s, often a loop that sleeps for ever; raise maxTime if the program needs more`;
    case "thread limit":
      return `thread limit: more than ${String(ending.limit)} threads, often a thread started in a loop; raise maxThreads if the program needs more`;
    case "diverged":
      return `diverged: choice ${String(ending.choice)}: the schedule says ${ending.expected}, possible: ${ending.possible.join(", ")}; is it another scenario, or are the options others than those it was recorded with?`;
    case "nondeterminism":
      return `uncontrolled nondeterminism: choice ${String(ending.choice)} was ${ending.before} before and is ${ending.now} now with the same choices so far; the scenario must not use Math.random, Date, or state that survives a run`;
    case "escape":
      return `escape: the program left the simulation: ${ending.call}; sockets, processes and C code that blocks are beyond the scheduler, so give the program stand-ins for them`;
    case "stalled":
      return `stalled: nothing was heard of the program for ${String(ending.seconds)} s of real time, at ${ending.place}: often a loop without a visible operation, or C code that blocks; raise wallLimit if the program needs more`;
  }
}
