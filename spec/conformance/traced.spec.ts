/**
 * The recorded traces: on the default schedule every event and its cause must be CPython's, on random schedules their digest, in every recorded version.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { versions } from "../../src/interpreter/profile.js";
import { simulated } from "../../src/judge/behaviour.js";
import { firstDifference } from "../../src/judge/compare.js";
import { drawsOf } from "../../src/judge/draws.js";
import type { Scenario } from "../../src/run.js";
import { limits } from "../../traces/recorder/record.js";
import { drawOf, programHash, readRecordings, type RecordingFile } from "../../traces/recorder/recording.js";
import { afterAll, describe, expect, test } from "vitest";
import { load } from "./comparing.js";
import { different, differentTraces } from "./different.js";

const traces = fileURLToPath(new URL("../../traces", import.meta.url));
const cases = readdirSync(traces).filter((name) => existsSync(join(traces, name, "program.py")));
const compared = { runs: 0, events: 0 };

/** Compares a scenario with one recording, in one version. */
function compare(scenario: Scenario, python: string, { usual, draws }: RecordingFile): void {
  const options = { ...limits, python };
  expect(firstDifference(simulated(scenario, options, []), usual)).toBeNull();
  for (const draw of draws) {
    const behaviour = simulated(scenario, options, drawsOf(draw.seed));
    expect(drawOf(draw.seed, behaviour)).toEqual(draw);
  }
  compared.runs += 1 + draws.length;
  compared.events += usual.events.length;
}

describe.each(cases)("%s", (name) => {
  const folder = join(traces, name);
  const recordings = readRecordings(folder);

  test("its recordings name their versions and the program that they are of", () => {
    expect(recordings.length).toBeGreaterThan(0);
    const named = recordings.flatMap(({ cpython }) => cpython);
    expect(named.filter((version) => !(versions as readonly string[]).includes(version))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    expect(recordings.map(({ program }) => program)).toEqual(recordings.map(() => programHash(folder)));
  });

  const path = join(folder, "scenario.ts");
  if (!existsSync(path) || different.includes(name) || Object.hasOwn(differentTraces, name)) return;
  test.each(recordings.flatMap((recording) => recording.cpython.map((version) => ({ version, recording }))))(
    "$version",
    async ({ version, recording }) => {
      compare(await load(path), version, recording);
    },
  );
});

afterAll(() => {
  const { runs, events } = compared;
  process.stdout.write(
    `equal to recorded traces of CPython: ${String(runs)} runs, ${String(events)} events of default ones\n`,
  );
});
