/** What a run of a program looks like from outside and from inside, in a form that both sides have. */
import { DrawChooser } from "./draws.js";
import { BaseException } from "../builtins/exceptions.js";
import type { Profile } from "../interpreter/profile.js";
import type { Chooser } from "../kernel/chooser.js";
import type { Ending } from "../kernel/ending.js";
import { endingText, prepare, type RunOptions, type Scenario } from "../run.js";
import type { Event } from "../trace/event.js";
import { Recorder } from "../trace/recorder.js";
import { formatSchedule, scheduleOf } from "../trace/schedule.js";
import { canonical, type CanonicalEvent } from "./canonical.js";
import { normalise, withoutFrames } from "./texts.js";

/** One run, as it is compared. */
export interface Behaviour {
  /** How it ended: the kind, and what belongs to it in words. */
  readonly ending: string;
  /** Standard output, normalised. */
  readonly output: string;
  /** Standard error, normalised and without the frames of tracebacks. */
  readonly stderr: string;
  /** The choices that were not the default's. */
  readonly schedule: string;
  /** How many choice points there were. */
  readonly choices: number;
  readonly events: readonly CanonicalEvent[];
}

/** What is needed of either side's run to compare it. */
export interface Observed {
  readonly ending: Ending;
  /** The ending in words. */
  readonly text: string;
  readonly output: string;
  readonly stderr: string;
  readonly schedule: string;
  readonly choices: number;
  readonly events: readonly Event[];
}

/** A run in the form in which it is compared. */
export function behaviourOf(run: Observed): Behaviour {
  return {
    ending: describe(run.ending, run.text),
    output: normalise(run.output),
    stderr: normalise(withoutFrames(run.stderr)),
    schedule: run.schedule,
    choices: run.choices,
    events: canonical(run.events),
  };
}

/** The limits and the value that a main thread returned belong to one side alone. */
function describe(ending: Ending, text: string): string {
  switch (ending.kind) {
    case "exited":
      return `exited ${String(ending.code)}`;
    case "raised":
    case "deadlock":
    case "escape":
      return normalise(text).replace(/ \(\w+\)/g, "");
    default:
      return ending.kind;
  }
}

/**
 * Runs a scenario with a trace, on the default schedule or on a random one.
 * @param draws numbers of 32 bits: each choice takes its number modulo the number of ways; none of them for the default schedule
 */
export function simulated(scenario: Scenario, options: RunOptions, draws: readonly number[]): Behaviour {
  return simulatedWith(scenario, options, new DrawChooser(draws));
}

/**
 * Runs a scenario with a trace, on the schedule of a chooser.
 * @param profile the CPython to simulate; the one that the options name unless told
 */
export function simulatedWith(scenario: Scenario, options: RunOptions, chooser: Chooser, profile?: Profile): Behaviour {
  const recorder = new Recorder();
  const execution = prepare(scenario, { ...options, chooser, observer: recorder }, profile);
  const { kernel, interpreter } = execution;
  recorder.attach(kernel);
  const ending = kernel.run();
  if (ending.kind === "raised" && !(ending.exception instanceof BaseException)) throw ending.exception;
  return behaviourOf({
    ending,
    text: endingText(execution, ending),
    output: interpreter.stdout.output,
    stderr: interpreter.stderr.output,
    schedule: formatSchedule(scheduleOf(kernel.decisions)),
    choices: kernel.choices,
    events: recorder.events,
  });
}
