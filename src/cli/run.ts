/** The commands `run` and `replay`: one run of a scenario. */
import { BaseException } from "../builtins/exceptions.js";
import { type Ending, exitCode } from "../kernel/ending.js";
import { replay, type Run, simulate } from "../simulate.js";
import { formatJsonl } from "../trace/jsonl.js";
import { formatText } from "../trace/text.js";
import { writeText } from "./files.js";
import type { Io } from "./io.js";
import { load } from "./load.js";
import type { ModelOptions, OutputOptions } from "./options.js";
import { type Places, showStack } from "./stack.js";
import { inOptions } from "./words.js";

/** The options of `run`: at most one of `seed` and `schedule`. */
export interface RunCommandOptions extends ModelOptions, OutputOptions {
  readonly seed?: number;
  readonly schedule?: string;
}

/**
 * Runs a scenario once.
 * @param file the scenario
 * @returns the exit code: see `exitCode`
 * @throws UsageError for wrong input
 */
export async function runCommand(file: string, options: RunCommandOptions, io: Io): Promise<number> {
  const { seed, schedule, trace, format, ...model } = options;
  const { scenario, places } = await load(file, io.cwd);
  const recorded = { ...model, trace: trace !== undefined || format !== undefined };
  const run =
    schedule === undefined
      ? simulate(scenario, seed === undefined ? recorded : { ...recorded, seed })
      : replay(scenario, schedule, recorded);
  if (trace !== undefined) writeText("--trace", trace, io.cwd, formatJsonl(run.trace));
  io.stdout.write(shown(run, format));
  io.stderr.write(run.stderr + complaint(run.ending, run.endingText, places));
  return exitCode(run.ending);
}

function shown(run: Run, format: OutputOptions["format"]): string {
  if (format === "text") return formatText(run.trace);
  return format === "jsonl" ? formatJsonl(run.trace) : run.output;
}

/** What the program itself does not say about how it ended; empty when Python would have said it. */
function complaint(ending: Ending, text: string, places: Places): string {
  switch (ending.kind) {
    case "returned":
    case "exited":
      return "";
    case "raised":
      // Python has printed the traceback of its own exceptions. Errors of JavaScript are the scenario's: a bug in it, or an assertion.
      if (ending.exception instanceof BaseException) return "";
      return `interloop: an error of JavaScript ended the run\n${showStack(ending.exception, places)}`;
    default:
      return `interloop: ${inOptions(text)}\n`;
  }
}
