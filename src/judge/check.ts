/**
 * The judgement of one case: a scenario and a Python program that claim to be the same, run on both sides under the same scheduler.
 *
 * Three questions, from the strictest to the widest:
 * 1. On the default schedule and on random ones, are the traces equal, event for event and cause for cause?
 * 2. Where there is something to choose, do both sides have the same outcomes when all schedules with few preemptions are run?
 * 3. What only the simulator found: can real CPython do it between two visible operations, where every source line is a scheduling point?
 */
import { explorePython } from "../bridge/explore.js";
import type { PythonInterpreter } from "../bridge/probe.js";
import type { PythonOptions } from "../bridge/program.js";
import { startAgent } from "../bridge/start.js";
import { explore } from "../explore/explore.js";
import type { Outcome } from "../explore/report.js";
import type { Scenario } from "../run.js";
import { simulated } from "./behaviour.js";
import { type Difference, firstDifference } from "./compare.js";
import { drawsOf } from "./draws.js";
import { recorded } from "./real.js";
import { normalise, withoutFrames } from "./texts.js";

/** How thorough a check is, and the model that both sides run in. */
export interface CheckOptions extends Pick<
  PythonOptions,
  "clock" | "timing" | "stdout" | "debug" | "maxSteps" | "maxTime" | "maxThreads" | "wallLimit"
> {
  /** How many random schedules are compared besides the default one: 20 unless told. */
  readonly seeds?: number;
  /** How many preemptions a schedule may have when outcomes are compared: 1 unless told. */
  readonly preemptions?: number;
  /** How many executions each side makes to find its outcomes: 300 unless told; 0 for none. */
  readonly max?: number;
}

/** Outcomes of one side, as the other side would write them. */
export interface OutcomeComparison {
  /** How many executions each side made. */
  readonly executions: number;
  /** How many different outcomes both have. */
  readonly common: number;
  /** What the simulator did not find. */
  readonly onlyReal: readonly string[];
  /** What real CPython did not do, also not between two visible operations. */
  readonly onlySimulated: readonly string[];
}

/** What came of a check in one version. */
export interface Judgement {
  /** The full version. */
  readonly version: string;
  /** How many schedules were compared, and how many events in all. */
  readonly schedules: number;
  readonly events: number;
  /** The first schedule on which the two sides differ; null for none. */
  readonly difference: { readonly schedule: string; readonly difference: Difference } | null;
  /** null where there is nothing to choose, or outcomes were not asked for. */
  readonly outcomes: OutcomeComparison | null;
}

/** Whether both sides agree. */
export function agrees({ difference, outcomes }: Judgement): boolean {
  return difference === null && (outcomes === null || outcomes.onlyReal.length + outcomes.onlySimulated.length === 0);
}

/** How many random schedules, preemptions and executions unless told. */
const SEEDS = 20;
const PREEMPTIONS = 1;
const MAX = 300;

/** A run of either side that never ends is no use here. */
const MAX_STEPS = 200_000;
const MAX_TIME = 1_000_000;

/**
 * Compares a scenario with a Python program on one interpreter.
 * @param scenario the simulated side
 * @param program the path of the Python program's file
 * @throws UsageError for a wrong option, and when the scenario is used wrongly
 */
export async function check(
  scenario: Scenario,
  program: string,
  interpreter: PythonInterpreter,
  options: CheckOptions = {},
): Promise<Judgement> {
  const limited: CheckOptions = { maxSteps: MAX_STEPS, maxTime: MAX_TIME, ...options };
  const judged = await compareSchedules(scenario, program, interpreter, limited);
  const { max = MAX } = options;
  const choosy = judged.choices > 0 && judged.difference === null && max > 0;
  const outcomes = choosy ? await compareOutcomes(scenario, program, interpreter, limited, max) : null;
  const { schedules, events, difference } = judged;
  return { version: interpreter.version, schedules, events, difference, outcomes };
}

interface Compared extends Pick<Judgement, "schedules" | "events" | "difference"> {
  readonly choices: number;
}

/** The first question. Where nothing can be chosen, one schedule is all there is. */
async function compareSchedules(
  scenario: Scenario,
  program: string,
  interpreter: PythonInterpreter,
  options: CheckOptions,
): Promise<Compared> {
  const python = interpreter.version;
  const seeds = options.seeds ?? SEEDS;
  const agent = await startAgent(interpreter, { ...options, trace: true });
  let events = 0;
  let choices = 0;
  try {
    for (let seed = 0; seed <= seeds; seed++) {
      const draws = drawsOf(seed);
      const real = await recorded(agent, program, options, draws);
      const ours = simulated(scenario, { ...options, python }, draws);
      events += real.events.length;
      choices = Math.max(choices, real.choices, ours.choices);
      const difference = firstDifference(ours, real);
      if (difference !== null) {
        const { schedule } = ours;
        return { schedules: seed + 1, events, choices, difference: { schedule, difference } };
      }
      if (choices === 0) return { schedules: 1, events, choices, difference: null };
    }
  } finally {
    await agent.close();
  }
  return { schedules: seeds + 1, events, choices, difference: null };
}

/** The second and the third question. */
async function compareOutcomes(
  scenario: Scenario,
  program: string,
  interpreter: PythonInterpreter,
  options: CheckOptions,
  max: number,
): Promise<OutcomeComparison> {
  const search = { ...options, preemptions: options.preemptions ?? PREEMPTIONS, maxExecutions: max };
  const here = wayTo(interpreter);
  const real = await explorePython(program, { ...search, ...here });
  const ours = explore(scenario, { ...search, python: interpreter.version });
  const found = new Set(real.outcomes.map(keyOf));
  const simulated = new Set(ours.outcomes.map(keyOf));
  const onlyReal = [...found].filter((key) => !simulated.has(key));
  const common = found.size - onlyReal.length;
  if ([...simulated].some((key) => !found.has(key))) {
    const between = await explorePython(program, {
      ...options,
      ...here,
      lines: true,
      strategy: "random",
      maxExecutions: max,
    });
    for (const outcome of between.outcomes) found.add(keyOf(outcome));
  }
  const onlySimulated = [...simulated].filter((key) => !found.has(key));
  return { executions: Math.max(real.executions, ours.executions), common, onlyReal, onlySimulated };
}

/** The options that lead to an interpreter. */
function wayTo({ embedded, path, version }: PythonInterpreter): Pick<PythonOptions, "python" | "pythonExe"> {
  return embedded === true ? { python: version } : { pythonExe: path };
}

/** An outcome in the words of both sides. */
function keyOf({ ending, output, stderr }: Outcome): string {
  const text = ending.kind === "returned" ? "returned" : normalise(ending.text);
  return `${text}\n${normalise(output)}${normalise(withoutFrames(stderr))}`;
}
