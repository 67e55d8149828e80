/** The recordings, made again on every reference interpreter that this machine has: a recording that a second run would change proves nothing. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Agent } from "../../src/bridge/agent.js";
import { startAgent } from "../../src/bridge/start.js";
import { versions } from "../../src/interpreter/profile.js";
import { covers, record, references } from "../../traces/recorder/record.js";
import { readRecordings, type Recording } from "../../traces/recorder/recording.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const traces = fileURLToPath(new URL("../../traces", import.meta.url));
const cases = readdirSync(traces).filter((name) => existsSync(join(traces, name, "program.py")));
const known: readonly string[] = versions;
const interpreters = await references();

/** How many cases are recorded again on the embedded interpreter, which needs most of a second for each. */
const SAMPLE = 10;

/** What is recorded of a case in one version. */
function recordingOf(folder: string, version: string): Recording | undefined {
  const file = readRecordings(folder).find(({ cpython }) => cpython.includes(version));
  return file === undefined ? undefined : { usual: file.usual, draws: file.draws };
}

/** The cases that are recorded again: all, or some that lie far apart. */
function sampleOf(version: string, embedded: boolean): string[] {
  const all = cases.filter((name) => covers(join(traces, name), version));
  if (!embedded) return all;
  const recorded = all.filter((name) => recordingOf(join(traces, name), version) !== undefined);
  const step = Math.max(1, Math.floor(recorded.length / SAMPLE));
  return recorded.filter((_, at) => at % step === 0).slice(0, SAMPLE);
}

describe.each(interpreters)("CPython $version", (interpreter) => {
  let agent: Agent;
  beforeAll(async () => {
    agent = await startAgent(interpreter, { trace: true });
  });
  afterAll(() => agent.close());

  test.each(sampleOf(interpreter.version, interpreter.embedded === true))("%s", async (name) => {
    const folder = join(traces, name);
    expect(await record(agent, folder)).toEqual(recordingOf(folder, interpreter.version));
  });
});

test("says which interpreters are live", () => {
  const live = interpreters.map(({ version }) => version).sort((a, b) => known.indexOf(a) - known.indexOf(b));
  const absent = known.filter((version) => !live.includes(version));
  process.stdout.write(
    `live interpreters: ${live.join(", ") || "none"}; not on this machine: ${absent.join(", ") || "none"}\n`,
  );
  expect(new Set(live).size).toBe(live.length);
});
