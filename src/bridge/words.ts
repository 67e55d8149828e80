/** Texts about real programs, where those of the simulator would not do. */
import { describeEnding, type Ending } from "../kernel/ending.js";

/** What a program calls that needs threads where there are none. Everywhere else threads do not leave the simulation. */
const NEEDS_THREADS = "threading.Thread.start";

/** Whether a run has ended because the program starts a thread where there are none. */
export function needsThreads(ending: Ending): boolean {
  return ending.kind === "escape" && ending.call.startsWith(NEEDS_THREADS);
}

/** An ending in words, of one line or more: as of a simulation, but with the advice that fits a Python program. */
export function describePython(ending: Ending): string {
  if (ending.kind === "escape" && needsThreads(ending)) {
    return (
      `escape: the program starts a thread: ${ending.call}; the embedded Python has none, so install a real CPython of 3.8 or later ` +
      "and put it on PATH, or name it with pythonExe"
    );
  }
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

/** The first stand-in for an address, and the distance to the next: those that the simulator shows. */
const FIRST = 0x7f00_0000_0040;
const STEP = 0x40;

/** What a repr shows of where an object lies: short numbers are the program's own. */
const ADDRESS = /\b0x[0-9a-f]{9,16}\b/gi;

/** Texts of one run in which each address has become a number in order of appearance: where objects lie differs from run to run and is no outcome. */
export function withoutAddresses(...texts: readonly string[]): string[] {
  const known = new Map<string, string>();
  return texts.map((text) =>
    text.replace(ADDRESS, (address) => {
      const standIn = known.get(address) ?? `0x${(FIRST + STEP * known.size).toString(16)}`;
      known.set(address, standIn);
      return standIn;
    }),
  );
}
