/** The options of the commands: their values, and how they are read. */
import { type Command, Option } from "commander";
import { strategies, type StrategyOptions } from "../explore/explore.js";
import { defaultVersion, profileOf, versions } from "../interpreter/profile.js";
import { UsageError } from "../kernel/errors.js";
import type { RunOptions } from "../run.js";
import { parseSchedule, SCHEDULE_PREFIX } from "../trace/schedule.js";

/** What every command that simulates can be told. */
export type ModelOptions = Omit<RunOptions, "observer" | "chooser">;

/** What `run` and `replay` can be told besides. */
export interface OutputOptions {
  /** A file for the trace. */
  readonly trace?: string;
  /** What to print instead of the program's own output. */
  readonly format?: "text" | "jsonl";
}

export const clocks = ["linux", "frozen"];
export const timings = ["punctual", "lagging"];
export const stdouts = ["terminal", "unbuffered"];

/** Which CPython is simulated. */
function simulatedPython(): Option {
  const short = `3.${String(profileOf(defaultVersion).minor)}`;
  const help = `the CPython to simulate, ${versions.join(", ")} (default: ${short})`;
  return new Option("--python <version>", help).argParser(python);
}

/**
 * Adds the options that say what is simulated.
 * @param steps how many steps a run may take unless told, as the help writes it
 * @param pythonOption what chooses the version
 */
export function addModelOptions(command: Command, steps: string, pythonOption = simulatedPython()): Command {
  return command
    .addOption(pythonOption)
    .addOption(
      oneOf(
        "--clock",
        clocks,
        "whether each read of the clock is later than the one before, or time stands still while code runs (default: linux)",
      ),
    )
    .addOption(
      oneOf(
        "--timing",
        timings,
        "whether time passes only when all threads wait, or also while one could run (default: punctual)",
      ),
    )
    .addOption(
      oneOf(
        "--stdout",
        stdouts,
        "whether lines are written whole, or every write apart as with python3 -u (default: terminal)",
      ),
    )
    .addOption(new Option("--debug", "asyncio's debug mode, as PYTHONASYNCIODEBUG=1"))
    .addOption(number("--max-steps <n>", `end a run after so many visible operations (default: ${steps})`, whole(1)))
    .addOption(
      number("--max-time <seconds>", "end a run when the virtual clock gets there (default: 100000000)", seconds),
    )
    .addOption(number("--max-threads <n>", "end a run that starts more threads (default: 10000)", whole(1)));
}

/** Adds the options that say how the schedules of an exploration are chosen, and how its report is printed. */
export function addSearchOptions(command: Command): Command {
  return command
    .addOption(
      oneOf(
        "--strategy",
        strategies,
        "run every schedule once, those with few preemptions first, or random ones (default: exhaustive)",
      ),
    )
    .addOption(
      number("--preemptions <n>", "only schedules with at most so many preemptions (default: any number)", whole(0)),
    )
    .addOption(number("--max <n>", "give up after so many executions (default: 100000)", whole(1)))
    .addOption(number("--seed <n>", "where random schedules begin, with --strategy random (default: 0)", whole(0)))
    .addOption(new Option("--json", "print one JSON object"))
    .addOption(new Option("--all", "show all outcomes, also when there are many").conflicts("json"));
}

/** @throws UsageError when an option is given that is not for the strategy */
export function checkSearchFlags({ strategy, preemptions, seed }: StrategyOptions): void {
  if (strategy === "random") {
    if (preemptions !== undefined)
      throw new UsageError("--preemptions is for --strategy exhaustive; random has no bound");
  } else if (seed !== undefined) throw new UsageError("--seed is for random schedules; add --strategy random");
}

/** Adds the options that say what a single run prints and keeps. */
export function addOutputOptions(command: Command): Command {
  return command
    .addOption(new Option("--trace <file>", "also write the trace of the run to a file, as JSON Lines"))
    .addOption(oneOf("--format", ["text", "jsonl"], "print the trace of the run instead of what the program prints"));
}

/** An option whose value is one of a few words. */
export function oneOf(flag: string, words: readonly string[], description: string): Option {
  const option = new Option(`${flag} <${words.join("|")}>`, description);
  return option.argParser((text) => {
    if (words.includes(text)) return text;
    throw new UsageError(`${flag} ${quote(text)}: it must be ${words.join(" or ")}`);
  });
}

/** An option whose value is a number. */
export function number(flags: string, description: string, read: (flag: string, text: string) => number): Option {
  const [flag = flags] = flags.split(" ");
  return new Option(flags, description).argParser((text) => read(flag, text));
}

/** Digits, perhaps with `_` between them, perhaps with an exponent. */
const WHOLE = /^\d+(?:_\d+)*(?:e\d+)?$/i;

/** Makes a reader of whole numbers from `least` on. */
export function whole(least: number): (flag: string, text: string) => number {
  return (flag, text) => {
    const value = WHOLE.test(text) ? Number(text.replaceAll("_", "")) : NaN;
    if (Number.isSafeInteger(value) && value >= least) return value;
    throw new UsageError(`${flag} ${quote(text)}: it must be a whole number from ${String(least)} to 2^53 - 1`);
  };
}

/** Reads a number of seconds. */
export function seconds(flag: string, text: string): number {
  const value = text.trim() === "" ? NaN : Number(text);
  if (value > 0 && value !== Infinity) return value;
  throw new UsageError(`${flag} ${quote(text)}: it must be a number of seconds above 0`);
}

function python(text: string): string {
  profileOf(text);
  return text;
}

/** Reads a schedule, and says early what is wrong with it. */
export function schedule(text: string): string {
  parseSchedule(text);
  return text.trim();
}

/** What help says of a schedule. */
export const scheduleHelp = `the choices to make, as explore prints them: ${SCHEDULE_PREFIX}3=t1,7=time`;

function quote(text: string): string {
  return JSON.stringify(text);
}
