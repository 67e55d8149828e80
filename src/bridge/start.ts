/** Starts the agent that an interpreter needs. */
import { type Agent, type AgentOptions, PythonAgent } from "./agent.js";
import type { PythonInterpreter } from "./probe.js";
import { EmbeddedAgent } from "./pyodide.js";

/**
 * Starts the agent on an interpreter and waits until it can take jobs.
 * @throws UsageError when it cannot start on this interpreter, with what the interpreter says
 */
export function startAgent(interpreter: PythonInterpreter, options: AgentOptions = {}): Promise<Agent> {
  return interpreter.embedded === true
    ? EmbeddedAgent.start(interpreter, options)
    : PythonAgent.start(interpreter, options);
}
