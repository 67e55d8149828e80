/** The command `explore`: every outcome of a scenario. */
import { Exploration, type ExploreOptions, DEFAULT_MAX_STEPS, type StrategyName } from "../explore/explore.js";
import type { Outcome, Report, Verdict } from "../explore/report.js";
import type { Io } from "./io.js";
import { load } from "./load.js";
import type { ModelOptions } from "./options.js";
import { formatReport } from "./outcomes.js";
import { ProgressLine } from "./progress.js";
import { coloursFor, inOptions, shellWord } from "./words.js";

/** The options of `explore`. */
export interface ExploreCommandOptions extends ModelOptions {
  readonly strategy?: StrategyName;
  readonly preemptions?: number;
  readonly seed?: number;
  /** After how many executions the search gives up. */
  readonly max?: number;
  /** Print one JSON object. */
  readonly json?: boolean;
  /** Print all outcomes, however many. */
  readonly all?: boolean;
}

/** Exit codes of `explore` by verdict; 2 is for wrong input. */
export const verdictCodes: Readonly<Record<Verdict, number>> = { exhausted: 0, failed: 1, inconclusive: 3 };

/** How many outcomes the text shows unless told to show all. */
export const SHOWN = 20;

/** How long one slice of the search may take, in seconds: the progress and Ctrl-C wait for its end. */
const SLICE = 0.05;

/**
 * Explores a scenario and prints what it finds, also when the user ends it early.
 * @param file the scenario
 * @returns the exit code: see {@link verdictCodes}
 * @throws UsageError for wrong input
 */
export async function exploreCommand(file: string, options: ExploreCommandOptions, io: Io): Promise<number> {
  const { max, json, all, ...search } = options;
  const { scenario } = await load(file, io.cwd);
  const begun = io.now();
  let stopped = false;
  const settings: ExploreOptions = { ...search, stop: () => stopped };
  const exploration = new Exploration(scenario, max === undefined ? settings : { ...settings, maxExecutions: max });
  const takeBack = io.onInterrupt(() => {
    stopped = true;
  });
  try {
    await runSliced(exploration, io);
  } finally {
    takeBack();
  }
  const report = exploration.report();
  const seconds = Math.round((io.now() - begun) * 1000) / 1000;
  if (json === true) io.stdout.write(`${JSON.stringify(toJson(report, file, seconds), null, 2)}\n`);
  else {
    const replay = (outcome: Outcome): string => replayLine(outcome, report, file, options, io);
    const frame = { seconds, replay, show: all === true ? Infinity : SHOWN };
    io.stdout.write(formatReport(report, frame, coloursFor(io.stdout, io)));
  }
  return verdictCodes[report.verdict];
}

/** Runs the search to its end, with pauses in which the progress is shown and a signal can arrive. */
async function runSliced(exploration: Exploration, io: Io): Promise<void> {
  const line = new ProgressLine(io);
  let budget = 1;
  try {
    for (;;) {
      const begun = io.now();
      if (exploration.run(budget)) return;
      const took = io.now() - begun;
      if (took < SLICE / 2) budget *= 2;
      else if (took > SLICE && budget > 1) budget = Math.ceil(budget / 2);
      line.update(exploration.progress());
      await io.pause();
    }
  } finally {
    line.clear();
  }
}

/** The object that `--json` prints. */
export function toJson(report: Report, scenario: string, seconds: number): object {
  const { schema, python, strategy, verdict, executions, outcomes, reason: why, ...rest } = report;
  const reason = inOptions(why);
  return { schema, scenario, python, strategy, verdict, reason, executions, seconds, outcomes, ...rest };
}

/** The command that runs an outcome's schedule again, to be pasted into a shell. */
function replayLine(outcome: Outcome, report: Report, file: string, options: ExploreCommandOptions, io: Io): string {
  const flags = modelFlags(outcome, report, options);
  return [io.command, "replay", shellWord(file), scheduleWord(outcome), ...flags].join(" ");
}

/** A schedule in a shell. It is always quoted: a reader should see where it begins and ends. */
export function scheduleWord({ schedule }: Outcome): string {
  return `'${schedule}'`;
}

/** The options that an outcome's replay needs, as words of a shell. */
export function modelFlags(outcome: Outcome, report: Report, options: ModelOptions): string[] {
  const { clock, timing, stdout, debug, maxTime, maxThreads } = options;
  const steps = outcome.ending.kind === "step limit" ? (options.maxSteps ?? DEFAULT_MAX_STEPS) : undefined;
  const model: readonly (readonly [string, string | number | undefined])[] = [
    ["--python", report.python],
    ["--clock", clock],
    ["--timing", timing],
    ["--stdout", stdout],
    ["--max-steps", steps],
    ["--max-time", maxTime],
    ["--max-threads", maxThreads],
  ];
  const given = model.flatMap(([flag, value]) => (value === undefined ? [] : [flag, shellWord(String(value))]));
  return [...given, ...(debug === true ? ["--debug"] : [])];
}
