/** The same programs on a real CPython, in the form in which they are compared. */
import type { Agent } from "../bridge/agent.js";
import { jobBody, type PythonOptions } from "../bridge/program.js";
import { eventOf } from "../bridge/run.js";
import { describePython } from "../bridge/words.js";
import { formatSchedule, scheduleOf } from "../trace/schedule.js";
import { type Behaviour, behaviourOf } from "./behaviour.js";

/**
 * Runs a Python program with a trace.
 * @param agent one that was started with `trace: true`
 * @param draws as for `simulated`
 */
export async function recorded(
  agent: Agent,
  program: string,
  options: PythonOptions,
  draws: readonly number[],
): Promise<Behaviour> {
  const body = jobBody(program, options, { maxSteps: 10_000_000, trace: true });
  const result = await agent.execute({ ...body, draws });
  return behaviourOf({
    ending: result.ending,
    text: describePython(result.ending),
    output: result.output,
    stderr: result.stderr,
    schedule: formatSchedule(scheduleOf(result.decisions)),
    choices: result.choices,
    events: (result.events ?? []).map(eventOf),
  });
}
