/** The same programs on a real CPython, in the form in which they are compared. */
import type { Agent } from "../bridge/agent.js";
import { jobBody, type PythonOptions } from "../bridge/program.js";
import { eventOf } from "../bridge/run.js";
import { describePython, needsThreads } from "../bridge/words.js";
import { UsageError } from "../kernel/errors.js";
import { formatSchedule, scheduleOf } from "../trace/schedule.js";
import { type Behaviour, behaviourOf } from "./behaviour.js";

/** The embedded interpreter is no judge of a program that starts threads. */
export class NoThreads extends UsageError {}

/**
 * Runs a Python program with a trace.
 * @param agent one that was started with `trace: true`
 * @param draws as for `simulated`
 * @throws NoThreads when the program starts a thread on an interpreter that has none
 */
export async function recorded(
  agent: Agent,
  program: string,
  options: PythonOptions,
  draws: readonly number[],
): Promise<Behaviour> {
  const body = jobBody(program, options, { maxSteps: 10_000_000, trace: true });
  const result = await agent.execute({ ...body, draws });
  if (needsThreads(result.ending)) {
    const { version } = agent.interpreter;
    throw new NoThreads(
      `${program}: it starts a thread, which the CPython ${version} of the npm package pyodide cannot do: install a real Python ${version}`,
    );
  }
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
