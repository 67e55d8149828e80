/** The real interpreters of this machine, for specs that need one. */
import { findInterpreters, type PythonInterpreter } from "interloop/bridge";

/** All that were found, one for each version, oldest first. */
export const interpreters: readonly PythonInterpreter[] = await oneOfEach();

/** Whether there is none, so that a spec which needs one is left out. */
export const noPython = interpreters.length === 0;

/** One that every spec with no wish of its own runs on: the newest. */
export const newest: PythonInterpreter = interpreters.at(-1) ?? { path: "", version: "", minor: 0 };

if (noPython) {
  process.stdout.write("No CPython of 3.8 or later was found: the specs that run real programs were left out.\n");
}

async function oneOfEach(): Promise<PythonInterpreter[]> {
  const byVersion = new Map<string, PythonInterpreter>();
  for (const interpreter of await findInterpreters()) {
    if (!byVersion.has(interpreter.version)) byVersion.set(interpreter.version, interpreter);
  }
  return [...byVersion.values()].sort((a, b) => a.minor - b.minor || (a.version < b.version ? -1 : 1));
}
