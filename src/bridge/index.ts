/** What users import from `interloop/bridge`: Python programs on a real CPython, under the same scheduler. Re-exports only. */
export { PythonAgent } from "./agent.js";
export type { Agent, AgentOptions, Decider } from "./agent.js";
export { hasEscapes, toBytes } from "./bytes.js";
export { explorePython, PythonExploration } from "./explore.js";
export type { ExplorePythonOptions } from "./explore.js";
export { findInterpreters, selectInterpreter } from "./interpreters.js";
export type { InterpreterOptions, PythonInterpreter } from "./interpreters.js";
export type { PythonOptions } from "./program.js";
export type { Chosen, ChoiceRow, EventRow, Job, JobBody, Question } from "./protocol.js";
export { EmbeddedAgent, findPyodide } from "./pyodide.js";
export { ForeignException } from "./result.js";
export type { PythonResult } from "./result.js";
export { replayPython, runPython } from "./run.js";
export type { PythonRun, ReplayPythonOptions, RunPythonOptions } from "./run.js";
export type { PythonSearchOptions } from "./search.js";
export { startAgent } from "./start.js";
export type { SearchOptions } from "../explore/tally.js";
