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

test.skip("what cannot be awaited is an error of JavaScript: await_other_things", async () => {
  await compareCase("await_other_things");
});

test.skip("a coroutine that two tasks await at the same time is resumed by both: await_twice_at_once", async () => {
  await compareCase("await_twice_at_once");
});

test.skip("a coroutine function as a callback is called and driven: callback_arguments", async () => {
  await compareCase("callback_arguments");
});

test.skip("a coroutine function as a callback is not refused in debug mode: callback_arguments_debug", async () => {
  await compareCase("callback_arguments_debug");
});

test.skip("a coroutine function as a thread's target is driven: thread_coroutine_target", async () => {
  await compareCase("thread_coroutine_target");
});

test.skip("what is raised inside a finally block has no context: cancel_during_cleanup", async () => {
  await compareCase("cancel_during_cleanup");
});
