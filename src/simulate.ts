/** One run of a scenario: on the default schedule, on a random one, or on a given one. */
import { checkRunOptions } from "./explore/options.js";
import { RandomStrategy } from "./explore/random.js";
import { ReplayChooser } from "./explore/replay.js";
import type { Chooser } from "./kernel/chooser.js";
import type { Ending } from "./kernel/ending.js";
import { UsageError } from "./kernel/errors.js";
import { endingText, type Execution, prepare, type RunOptions, type Scenario } from "./run.js";
import { TRACE_SCHEMA, type Trace, type TraceEnding } from "./trace/event.js";
import { Recorder } from "./trace/recorder.js";
import { formatSchedule, type Schedule, scheduleOf, toSchedule } from "./trace/schedule.js";

/** What {@link replay} can be told. */
export interface ReplayOptions extends Omit<RunOptions, "observer" | "chooser"> {
  /** Whether to record the run, so that it has a `trace`. */
  readonly trace?: boolean;
}

/** What {@link simulate} can be told. */
export interface SimulateOptions extends ReplayOptions {
  /** Follows a random schedule drawn from this whole number, instead of the default schedule. */
  readonly seed?: number;
}

/** One run: what it printed, how it ended, and how to have it again. */
export class Run {
  /** How it ended. */
  readonly ending: Ending;
  /** How it ended, in words. */
  readonly endingText: string;
  /** Everything that was written to standard output. */
  readonly output: string;
  /** Everything that was written to standard error. */
  readonly stderr: string;
  /** Where the virtual clock stands at the end, in seconds. */
  readonly time: number;
  /** How many visible operations were done. */
  readonly steps: number;
  /** How many choice points there were; 0 on the default schedule, which asks nobody. */
  readonly choices: number;
  /** How many choices preempted a thread that could have gone on. */
  readonly preemptions: number;
  /** The choices that differ from the default's, as text for {@link replay}. */
  readonly schedule: string;
  readonly #trace: Trace | null;

  /** @internal */
  constructor(execution: Execution, ending: Ending, trace: Trace | null, text: string, schedule: string) {
    const { kernel, interpreter } = execution;
    this.ending = ending;
    this.endingText = text;
    this.output = interpreter.stdout.output;
    this.stderr = interpreter.stderr.output;
    this.time = kernel.now;
    this.steps = kernel.steps;
    this.choices = kernel.choices;
    this.preemptions = kernel.preemptions;
    this.schedule = schedule;
    this.#trace = trace;
  }

  /**
   * What happened, event by event.
   * @throws UsageError when the run was not recorded
   */
  get trace(): Trace {
    if (this.#trace !== null) return this.#trace;
    throw new UsageError("this run was not recorded: pass { trace: true } to have its trace");
  }
}

/**
 * Runs a scenario once.
 * @param scenario the program
 * @param options see {@link SimulateOptions}
 * @returns the run; what the program raises is one of its endings
 * @throws UsageError for a wrong option, and when the scenario is used wrongly, such as a call without `yield*`
 */
export function simulate(scenario: Scenario, options: SimulateOptions = {}): Run {
  const chooser = options.seed === undefined ? null : new RandomStrategy(options.seed);
  return runOnce(scenario, options, chooser, (_execution, ending) => ending);
}

/**
 * Runs a scenario on a schedule that an earlier run or an exploration has given. The scenario and the options must be those of then.
 * @param scenario the program
 * @param schedule as text, such as `i1:3=t1`, or as a value
 * @param options see {@link ReplayOptions}
 * @returns the run; its ending is `diverged` when the schedule asks for something that the run cannot do, or names a choice that it never reaches
 * @throws UsageError for a damaged schedule or a wrong option, and when the scenario is used wrongly
 */
export function replay(scenario: Scenario, schedule: string | Schedule, options: ReplayOptions = {}): Run {
  const chooser = new ReplayChooser(toSchedule(schedule));
  return runOnce(scenario, options, chooser, ({ kernel }, ending) => chooser.verdict(kernel, ending));
}

function runOnce(
  scenario: Scenario,
  options: ReplayOptions,
  chooser: Chooser | null,
  judge: (execution: Execution, ending: Ending) => Ending,
): Run {
  checkRunOptions(scenario, options);
  const recorder = options.trace === true ? new Recorder() : null;
  const execution = prepare(scenario, { ...options, chooser, observer: recorder });
  const { kernel } = execution;
  recorder?.attach(kernel);
  const ending = judge(execution, kernel.run());
  const text = endingText(execution, ending);
  const schedule = formatSchedule(scheduleOf(kernel.decisions));
  if (recorder === null) return new Run(execution, ending, null, text, schedule);
  const end: TraceEnding = { ending: ending.kind, text, time: kernel.now, steps: kernel.steps, schedule };
  return new Run(execution, ending, traceOf(execution, options, recorder, end), text, schedule);
}

function traceOf(execution: Execution, options: ReplayOptions, recorder: Recorder, ending: TraceEnding): Trace {
  const { interpreter, kernel } = execution;
  return {
    header: {
      schema: TRACE_SCHEMA,
      python: interpreter.profile.version,
      clock: kernel.clockModel,
      timing: options.timing ?? "punctual",
      stdout: interpreter.stdout.model,
      debug: interpreter.debug,
    },
    events: recorder.events,
    ending,
  };
}
