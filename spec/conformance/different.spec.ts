/** What Interloop cannot do as CPython does it: see `spec/known_differences.ts` and the README. */
import { defaultVersion } from "interloop";
import { expect, test } from "vitest";
import { compare, load } from "./comparing.js";
import { different } from "./different.js";
import { readCases } from "./recording.js";

async function compareCase(name: string): Promise<void> {
  expect(different).toContain(name);
  const found = readCases().find((one) => one.name === name);
  if (found === undefined || found.scenario === null) throw new Error(`no such judge case: ${name}`);
  compare(await load(found.scenario), defaultVersion, found);
}

test.skip("a coroutine that the program itself awaits again is refused: never_awaited", async () => {
  await compareCase("never_awaited");
});
