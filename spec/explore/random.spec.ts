import { explore, exploreThreads, simulate, threading, time, print, type Blocking } from "interloop";
import { expect, test } from "vitest";
import { racyIncrements } from "./programs.js";

function* program(): Blocking<void> {
  const body = function* (): Blocking<void> {
    yield* print("thread");
  };
  const thread = new threading.Thread({ target: body });
  yield* thread.start();
  yield* time.sleep(0);
  yield* print("main");
  yield* thread.join();
}

test("a random search runs as many schedules as it may, and cannot say that it has seen them all", () => {
  const report = exploreThreads(racyIncrements(2, 1), { strategy: "random", maxExecutions: 300 });
  expect(report).toMatchObject({
    strategy: "random",
    seed: 0,
    executions: 300,
    verdict: "inconclusive",
    complete: false,
    reason: "the search ended after 300 executions, its limit (maxExecutions)",
  });
  // 2 of the 4 sequences of choices that matter lose the update.
  expect(report.outcomes.map(({ output }) => output).sort()).toEqual(["1", "2"]);
});

test("the same seed gives the same report, another one another", () => {
  const report = (seed: number): string =>
    JSON.stringify(explore(program, { strategy: "random", seed, maxExecutions: 40 }));
  expect(report(3)).toBe(report(3));
  expect(report(3)).not.toBe(report(4));
});

test("its first schedule is that of simulate with the seed, so one number names a run", () => {
  for (let seed = 0; seed < 10; seed++) {
    const run = simulate(program, { seed });
    const [outcome] = explore(program, { strategy: "random", seed, maxExecutions: 1 }).outcomes;
    expect([outcome?.output, outcome?.schedule]).toEqual([run.output, run.schedule]);
  }
});
