/** One run of a Python program on a real interpreter: on the default schedule, on a random one, or on a given one. */
import { checkSeed } from "../explore/prng.js";
import type { Ending } from "../kernel/ending.js";
import { type Event, type Trace, TRACE_SCHEMA } from "../trace/event.js";
import { codeOf, formatSchedule, type Schedule, scheduleOf, toSchedule } from "../trace/schedule.js";
import type { Agent } from "./agent.js";
import { executeDecisions, executeSeed } from "./execute.js";
import { selectInterpreter } from "./interpreters.js";
import { jobBody, type PythonOptions } from "./program.js";
import type { EventRow, JobBody } from "./protocol.js";
import type { PythonResult } from "./result.js";
import { startAgent } from "./start.js";
import { describePython } from "./words.js";

/** What {@link replayPython} can be told. `maxSteps` is 10,000,000 unless told. */
export interface ReplayPythonOptions extends PythonOptions {
  /** Whether to record the run, so that it has a `trace`. */
  readonly trace?: boolean;
}

/** What {@link runPython} can be told. */
export interface RunPythonOptions extends ReplayPythonOptions {
  /** Follows a random schedule drawn from this whole number, instead of the default schedule. */
  readonly seed?: number;
}

/** One run: what it printed, how it ended, and how to have it again. */
export interface PythonRun {
  /** The full version of the interpreter. */
  readonly python: string;
  /** How it ended; an exception is a `ForeignException`. */
  readonly ending: Ending;
  /** How it ended, in words. */
  readonly endingText: string;
  /** Everything that was written to standard output. What is no UTF-8 is there as Python's `surrogateescape` writes it: see `toBytes`. */
  readonly output: string;
  /** Everything that was written to standard error. */
  readonly stderr: string;
  /** Where the virtual clock stands at the end, in seconds. */
  readonly time: number;
  /** How many visible operations were done. */
  readonly steps: number;
  /** How many choice points there were. */
  readonly choices: number;
  /** How many choices preempted a thread that could have gone on. */
  readonly preemptions: number;
  /** The choices that differ from the default's, as text for {@link replayPython}. */
  readonly schedule: string;
  /** What happened, event by event; null when it was not recorded. */
  readonly trace: Trace | null;
}

/** How many visible operations a run may take unless told. */
const DEFAULT_MAX_STEPS = 10_000_000;

/**
 * Runs a Python program once.
 * @param program the path of its file
 * @param options see {@link RunPythonOptions}
 * @returns the run; what the program raises is one of its endings
 * @throws UsageError for a wrong option, a program that cannot be read, and when there is no interpreter for it
 */
export async function runPython(program: string, options: RunPythonOptions = {}): Promise<PythonRun> {
  const { seed } = options;
  if (seed !== undefined) checkSeed(seed);
  return runOnce(program, options, (agent, body) => {
    return seed === undefined ? executeDecisions(agent, body, []) : executeSeed(agent, body, seed);
  });
}

/**
 * Runs a Python program on a schedule that an earlier run or an exploration has given. The program, the options and the interpreter's version must be those of then.
 * @param program the path of its file
 * @param schedule as text, such as `i1:3=t1`, or as a value
 * @param options see {@link ReplayPythonOptions}
 * @returns the run; its ending is `diverged` when the schedule asks for something that the run cannot do, or names a choice that it never reaches
 * @throws UsageError for a damaged schedule, and as {@link runPython}
 */
export async function replayPython(
  program: string,
  schedule: string | Schedule,
  options: ReplayPythonOptions = {},
): Promise<PythonRun> {
  const decisions = toSchedule(schedule).flatMap(({ index, choice }) => [index, codeOf(choice)]);
  return runOnce(program, options, (agent, body) => executeDecisions(agent, body, decisions));
}

async function runOnce(
  program: string,
  options: ReplayPythonOptions,
  execute: (agent: Agent, body: JobBody) => Promise<PythonResult>,
): Promise<PythonRun> {
  const trace = options.trace === true;
  const body = jobBody(program, options, { maxSteps: DEFAULT_MAX_STEPS, trace });
  const agent = await startAgent(await selectInterpreter(options), { ...options, trace });
  try {
    options.onInterpreter?.(agent.interpreter);
    return runOf(agent, body, await execute(agent, body));
  } finally {
    await agent.close();
  }
}

function runOf({ interpreter }: Agent, body: JobBody, result: PythonResult): PythonRun {
  const { ending, output, stderr, now, steps, choices, preemptions, decisions } = result;
  const endingText = describePython(ending);
  const schedule = formatSchedule(scheduleOf(decisions));
  const python = interpreter.version;
  const { clock, timing, stdout, debug } = body;
  const trace: Trace = {
    header: { schema: TRACE_SCHEMA, python, clock, timing, stdout, debug },
    events: (result.events ?? []).map(eventOf),
    ending: { ending: ending.kind, text: endingText, time: now, steps, schedule },
  };
  const figures = { time: now, steps, choices, preemptions, schedule };
  return { python, ending, endingText, output, stderr, ...figures, trace: body.trace ? trace : null };
}

/** An event as the agent sent it, as one of a trace. */
export function eventOf([time, thread, kind, cause, fields]: EventRow, at: number): Event {
  return { seq: at + 1, time, thread, kind, cause, ...fields } as Event;
}
