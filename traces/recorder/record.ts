/** Records a case on one interpreter. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Agent } from "../../src/bridge/agent.js";
import { findInterpreters, type PythonInterpreter } from "../../src/bridge/interpreters.js";
import { findPyodide } from "../../src/bridge/pyodide.js";
import { versions } from "../../src/interpreter/profile.js";
import { drawsOf } from "../../src/judge/draws.js";
import { NoThreads, recorded } from "../../src/judge/real.js";
import { type Draw, drawOf, type Recording, SEEDS } from "./recording.js";

/** No case comes near these; one that never ends reaches them at once. */
export const limits = { maxSteps: 200_000, maxTime: 1_000_000 };

/** Whether a case is meant for a version: its program says `# recorder: python>=3.11` where it is not for all. */
export function covers(folder: string, version: string): boolean {
  const oldest = /^# recorder:.*\bpython>=3\.(\d+)/m.exec(readFileSync(join(folder, "program.py"), "utf8"))?.[1];
  return oldest === undefined || Number(version.split(".")[1]) >= Number(oldest);
}

/** The interpreters that are at hand, of the versions that are simulated: the one of the npm package pyodide for a version that no other has. */
export async function references(): Promise<PythonInterpreter[]> {
  const known: readonly string[] = versions;
  const found = (await findInterpreters()).filter(({ version }) => known.includes(version));
  const embedded = findPyodide(process.cwd());
  if (embedded === undefined || !known.includes(embedded.version)) return found;
  return found.some(({ version }) => version === embedded.version) ? found : [...found, embedded];
}

/**
 * Runs a case's program on the default schedule, and on random ones where there is something to choose.
 * @param agent one that was started with `trace: true`
 * @returns null where the program starts threads and the interpreter has none
 */
export async function record(agent: Agent, folder: string): Promise<Recording | null> {
  try {
    return await recordRuns(agent, folder);
  } catch (error) {
    if (error instanceof NoThreads) return null;
    throw error;
  }
}

async function recordRuns(agent: Agent, folder: string): Promise<Recording> {
  const program = join(folder, "program.py");
  const options = { ...limits, cwd: folder };
  const { events, ...usual } = await recorded(agent, program, options, []);
  const draws: Draw[] = [];
  if (usual.choices > 0) {
    for (let seed = 1; seed <= SEEDS; seed++) {
      draws.push(drawOf(seed, await recorded(agent, program, options, drawsOf(seed))));
    }
  }
  // The number of an event in the whole trace belongs to one side alone.
  return { usual: { ...usual, events: events.map((event, at) => ({ ...event, seq: at + 1 })) }, draws };
}
