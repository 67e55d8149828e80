/** Texts about real programs, where those of the simulator would not do. */
import { describeEnding, type Ending } from "../kernel/ending.js";

/** An ending in words, of one line or more: as of a simulation, but with the advice that fits a Python program. */
export function describePython(ending: Ending): string {
  if (ending.kind !== "nondeterminism") return describeEnding(ending);
  const { choice, before, now } = ending;
  return (
    `uncontrolled nondeterminism: choice ${String(choice)} was ${before} before and is ${now} now with the same choices so far; ` +
    "the program must not draw on what differs from run to run, such as random numbers without a seed, or files that it changes"
  );
}

/** An ending as outcomes are told apart by: of a program that hangs without its line, which is where the loop happened to be. */
export function withoutLine(ending: Ending): Ending {
  return ending.kind === "stalled" ? { ...ending, place: ending.place.replace(/\bline \d+ of /g, "") } : ending;
}
