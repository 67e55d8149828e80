/** Every judge case: the scenario must do in each profile what CPython of that version did when it was recorded. */
import { afterAll, describe, expect, test } from "vitest";
import { compare, load } from "./comparing.js";
import { different } from "./different.js";
import { readCases, type Case } from "./recording.js";

const cases = readCases();
const compared = new Map<string, number>();

function describeCase(one: Case, scenario: string): void {
  describe(one.name, async () => {
    const program = await load(scenario);
    for (const version of one.outputs.keys()) {
      test(version, () => {
        compare(program, version, one);
        compared.set(version, (compared.get(version) ?? 0) + 1);
      });
    }
  });
}

describe("the judge cases", () => {
  test("are all recorded from the program beside the recording", () => {
    expect(cases.length).toBeGreaterThan(0);
    expect(cases.filter(({ current }) => !current).map(({ name }) => name)).toEqual([]);
  });

  test("all have a scenario", () => {
    expect(cases.filter(({ scenario }) => scenario === null).map(({ name }) => name)).toEqual([]);
  });
});

for (const one of cases) {
  if (one.scenario !== null && !different.includes(one.name)) describeCase(one, one.scenario);
}

afterAll(() => {
  const counts = [...compared].map(([version, count]) => `${version} (${String(count)})`);
  process.stdout.write(`equal to recordings of CPython: ${counts.join(", ")}\n`);
});
