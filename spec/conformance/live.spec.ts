/** The recordings, made again on every reference interpreter that this machine has: a recording that a second run would change proves nothing. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PythonAgent } from "../../src/bridge/agent.js";
import { findInterpreters } from "../../src/bridge/interpreters.js";
import { versions } from "../../src/interpreter/profile.js";
import { covers, record } from "../../traces/recorder/record.js";
import { readRecordings, type Recording } from "../../traces/recorder/recording.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const traces = fileURLToPath(new URL("../../traces", import.meta.url));
const cases = readdirSync(traces).filter((name) => existsSync(join(traces, name, "program.py")));
const known: readonly string[] = versions;
const interpreters = (await findInterpreters()).filter(({ version }) => known.includes(version));

/** What is recorded of a case in one version. */
function recordingOf(folder: string, version: string): Recording | undefined {
  const file = readRecordings(folder).find(({ cpython }) => cpython.includes(version));
  return file === undefined ? undefined : { usual: file.usual, draws: file.draws };
}

describe.each(interpreters)("CPython $version", (interpreter) => {
  let agent: PythonAgent;
  beforeAll(async () => {
    agent = await PythonAgent.start(interpreter, { trace: true });
  });
  afterAll(() => agent.close());

  const covered = cases.filter((name) => covers(join(traces, name), interpreter.version));
  test.each(covered)("%s", async (name) => {
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
