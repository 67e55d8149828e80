/** Exit codes beyond those of endings, and what help says of all of them. */
import { exitCodes } from "../kernel/ending.js";
import { verdictCodes } from "./explore.js";

/** The exit code for wrong input. */
export const WRONG_INPUT = 2;

/** The exit code when this program itself fails. */
export const BUG = 107;

/**
 * The exit codes of a single run.
 * @param what what is run: a scenario here, or a program on a real interpreter, which has more ways to end
 */
export function runHelp(what: "scenario" | "program"): string {
  return `
Exit codes:
  0    the ${what} returned
  1    an exception left the main thread
  N    sys.exit(N)
  2    wrong input
  ${String(exitCodes.deadlock)}  deadlock
  ${String(exitCodes["step limit"])}  step limit
  ${String(exitCodes["time limit"])}  time limit
  ${String(exitCodes["thread limit"])}  thread limit
  ${String(exitCodes.diverged)}  the run cannot follow the schedule
  ${String(exitCodes.nondeterminism)}  the ${what} draws on something outside the simulation
  ${String(BUG)}  a bug of Interloop${what === "program" ? ESCAPES : ""}`;
}

const ESCAPES = `
  ${String(exitCodes.escape)}  the program left the simulation: real sockets, other processes
  ${String(exitCodes.stalled)}  nothing was heard of the program for too long`;

/** The exit codes of an exploration. */
export const exploreHelp = `
Exit codes:
  ${String(verdictCodes.exhausted)}    exhausted: every schedule was run and none failed
  ${String(verdictCodes.failed)}    failed: an exception left the main thread, an exit code other than 0, a deadlock
  2    wrong input
  ${String(verdictCodes.inconclusive)}    inconclusive: none failed, but not every schedule was run to its end
  ${String(BUG)}  a bug of Interloop

Ctrl-C ends the search with what was found so far.`;
