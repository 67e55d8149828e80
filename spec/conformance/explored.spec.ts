/** Every judge case whose output varies: exploration must find all that real CPython printed when it was recorded many times. */
import { describe, expect, test } from "vitest";
import { load, unreachable } from "./comparing.js";
import { readCases } from "./recording.js";

/** The oldest and the newest recorded version: the searches take time, and what differs between versions is not the threads. */
const versions = ["3.8.18", "3.13.0"];

describe.each(readCases().filter(({ varies }) => varies))("$name", (one) => {
  const { scenario, outputs } = one;
  const recorded = versions.filter((version) => outputs.has(version));
  test.runIf(scenario !== null).each(recorded)("%s", async (version) => {
    expect(unreachable(await load(scenario ?? ""), version, one)).toEqual([]);
  });
});
