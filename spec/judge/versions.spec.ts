/** Where versions part: every difference between neighbours that a case shows has a reason, and the reasons are what they should be. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { asyncio, diffVersions, print, threading, UsageError, versions, type Blocking, type Scenario } from "interloop";
import { describe, expect, test } from "vitest";
import { root } from "../architecture/sources.js";

const folder = join(root, "traces");
const cases = readdirSync(folder).filter((name) => existsSync(join(folder, name, "scenario.ts")));
const limits = { maxSteps: 200_000, maxTime: 1_000_000 };

/** These end with an error of JavaScript on purpose. */
const withoutEnding: readonly string[] = ["await_other_things"];

async function scenarioOf(name: string): Promise<Scenario> {
  const module = (await import(join(folder, name, "scenario.ts"))) as { readonly default: Scenario };
  return module.default;
}

/** The names of the switches that part two versions; null where they do the same. */
async function reasons(name: string, first: string, second: string): Promise<readonly string[] | null> {
  const found = diffVersions(await scenarioOf(name), first, second, limits);
  return found === null ? null : found.reasons.map((reason) => reason.name);
}

test("each difference that a case shows between neighbours has a reason", async () => {
  const without: string[] = [];
  let differences = 0;
  for (const name of cases) {
    if (withoutEnding.includes(name)) continue;
    for (let at = 1; at < versions.length; at++) {
      const found = await reasons(name, versions[at - 1] ?? "", versions[at] ?? "");
      if (found !== null) differences++;
      if (found?.length === 0) without.push(`${name}: ${versions[at - 1] ?? ""} and ${versions[at] ?? ""}`);
    }
  }
  expect(without).toEqual([]);
  expect(differences).toBeGreaterThan(150);
}, 60_000);

describe("the reason", () => {
  test.each([
    ["wait_for_expires", "3.8", "3.9", ["waitForKeepsOutcome"]],
    ["wait_for_expires", "3.9", "3.10", null],
    ["wait_for_expires", "3.11", "3.12", ["waitForInline"]],
    ["wait_for_expires", "3.12", "3.11", ["waitForInline"]],
    ["gather_done_children", "3.11", "3.12", ["gatherDoneChildrenSynchronously"]],
    ["cancel_messages", "3.8", "3.9", ["cancelMessages"]],
    // A block under a timeout needs both: the class, and the count of cancellations that it begins with.
    ["timeout_nested", "3.10", "3.11", ["cancellingCount", "timeouts"]],
  ])("of %s in %s and %s is %j", async (name, first, second, names) => {
    expect(await reasons(name, first, second)).toEqual(names);
  });
});

function* main(): asyncio.Coroutine<void> {
  yield* asyncio.wait_for(asyncio.sleep(0.5), 1);
}
function* waiting(): Blocking<void> {
  yield* asyncio.run(main());
}

test("a difference is the first event, with its words on both sides, and the reason in the version that has it", () => {
  expect(diffVersions(waiting, "3.11", "3.12")).toEqual({
    versions: ["3.11.7", "3.12.1"],
    difference: {
      what: "event 6",
      left: '0.000000002 t0 timer.push <-5 loop="event loop 1" what="_release_waiter()" when=1.000000002',
      right: '0.000000003 t0 timer.push <-5 loop="event loop 1" what="_on_timeout()" when=1.000000002',
      before: [
        '0.000000000 t0 loop.run <-0 loop="event loop 1"',
        '0.000000000 t0 loop.select <-0 loop="event loop 1" timeout=0',
        '0.000000001 t0 ready.run <-2 loop="event loop 1" what="Task-1"',
      ],
      leftCauses: [
        '0.000000001 t0 ready.run <-2 loop="event loop 1" what="Task-1"',
        '0.000000000 t0 ready.append <-0 loop="event loop 1" what="Task-1"',
      ],
      rightCauses: [
        '0.000000001 t0 ready.run <-2 loop="event loop 1" what="Task-1"',
        '0.000000000 t0 ready.append <-0 loop="event loop 1" what="Task-1"',
      ],
    },
    reasons: [
      {
        name: "waitForInline",
        says: "`wait_for` awaits in the calling task, under `timeout()`, instead of in a task of its own",
        issue: "gh-96764",
        version: "3.12.1",
      },
    ],
  });
});

describe("a schedule", () => {
  function* racing(): Blocking<void> {
    const other = new threading.Thread({ target: print, args: ["other"] });
    yield* other.start();
    yield* print(threading.current_thread().name, other.name);
    yield* other.join();
  }

  test("is the same for both versions: the default one, a random one, or a given one", () => {
    const lines = (options: object): string | null | undefined =>
      diffVersions(racing, "3.9", "3.10", options)?.difference.left;
    expect(lines({})).toBe('0.000000000 t0 write <-6 stream="stdout" text="MainThread Thread-1\\n"');
    expect(lines({ schedule: "i1:" })).toBe(lines({}));
    expect(diffVersions(racing, "3.10", "3.11", { seed: 3 })).toBeNull();
    expect(diffVersions(racing, "3.10", "3.11", { schedule: "i1:2=t1" })).toBeNull();
  });

  test("cannot be both, nor damaged; and a version must be known", () => {
    const both = new UsageError("seed and schedule exclude each other: give one of them");
    expect(() => diffVersions(racing, "3.9", "3.10", { seed: 3, schedule: "i1:" })).toThrow(both);
    expect(() => diffVersions(racing, "3.9", "3.10", { schedule: "x" })).toThrow(UsageError);
    expect(() => diffVersions(racing, "3.9", "4.0")).toThrow('unknown Python version "4.0"');
    expect(() => diffVersions(racing, "3.9", "3.10", { maxSteps: 0 })).toThrow(
      new UsageError("maxSteps is 0; it must be a whole number from 1 on"),
    );
    const nothing = null as unknown as Scenario;
    expect(() => diffVersions(nothing, "3.9", "3.10")).toThrow(
      new UsageError("the scenario is null; it must be a generator function: function* main() { … }"),
    );
  });
});
