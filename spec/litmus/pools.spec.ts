/** Small programs with a pool of threads, with all that can come out of them. */
import {
  asyncio,
  type Blocking,
  builtins,
  concurrent,
  type Coroutine,
  print,
  type Scenario,
  threading,
} from "interloop";
import { describe, expect, test } from "vitest";
import { outcomesOf } from "./outcomes.js";

const { as_completed, FIRST_COMPLETED, Future, ThreadPoolExecutor, wait } = concurrent.futures;
type AnyFuture = concurrent.futures.Future;

/** The outcomes without their numbers of executions. */
function outputs(scenario: Scenario, python: string): string[] {
  return Object.keys(outcomesOf(scenario, { python, preemptions: 2 })).sort();
}

describe.each(["3.8", "3.11", "3.12", "3.13", "3.14"])("%s", (python) => {
  test("a job can be cancelled until a worker has taken it, and is never done after that", () => {
    const scenario = function* (): Blocking<void> {
      let done = false;
      const executor = new ThreadPoolExecutor(1);
      const future = yield* executor.submit(() => {
        done = true;
      });
      const cancelled = yield* future.cancel();
      yield* executor.shutdown();
      yield* print(cancelled, done);
    };
    expect(outputs(scenario, python)).toEqual(["False True\n", "True False\n"]);
  });

  test("two submissions one after the other take one thread or two", () => {
    const scenario = function* (): Blocking<void> {
      const executor = new ThreadPoolExecutor(2);
      yield* (yield* executor.submit(() => 1)).result();
      yield* (yield* executor.submit(() => 2)).result();
      yield* print(executor._threads.size);
    };
    expect(outputs(scenario, python)).toEqual(["1\n", "2\n"]);
  });

  test("of two futures that are completed one after the other, wait never sees the second one alone", () => {
    const scenario = function* (): Blocking<void> {
      const futures = [new Future<number>(), new Future<number>()] as const;
      const target = function* (): Blocking<void> {
        for (const future of futures) yield* future.set_result(1);
      };
      yield* new threading.Thread({ target }).start();
      const { done } = yield* wait(futures, { return_when: FIRST_COMPLETED });
      yield* print(futures.map((future) => done.has(future)));
    };
    expect(outputs(scenario, python)).toEqual(["[True, False]\n", "[True, True]\n"]);
  });

  test("as_completed gives two futures that are done already in either order", () => {
    const scenario = function* (): Blocking<void> {
      const futures: AnyFuture[] = [new Future(), new Future()];
      for (const future of futures) yield* future.set_result(1);
      const order = [];
      for (const next of as_completed(futures)) order.push(futures.indexOf(yield* next));
      yield* print(order);
    };
    expect(outputs(scenario, python)).toEqual(["[0, 1]\n", "[1, 0]\n"]);
  });

  test("submitting and shutting down at the same time ends in a job that is done, or in an error", () => {
    const scenario = function* (): Blocking<void> {
      const executor = new ThreadPoolExecutor(1);
      const target = (): Blocking<void> => executor.shutdown();
      const thread = new threading.Thread({ target });
      yield* thread.start();
      try {
        yield* print(yield* (yield* executor.submit(() => "done")).result());
      } catch (error) {
        if (!(error instanceof builtins.RuntimeError)) throw error;
        yield* print(error);
      }
      yield* thread.join();
    };
    expect(outputs(scenario, python)).toEqual(["cannot schedule new futures after shutdown\n", "done\n"]);
  });

  test("what a loop awaits of an executor is never done before the awaiting task has given way", () => {
    const scenario = function* (): Blocking<void> {
      const main = function* (): Coroutine<void> {
        const future = yield* asyncio.get_running_loop().run_in_executor(null, () => "result");
        const at_once = future.done();
        yield* asyncio.sleep(0);
        yield* print(at_once, yield* future);
      };
      const loop = asyncio.new_event_loop();
      yield* loop.run_until_complete(main());
    };
    expect(outputs(scenario, python)).toEqual(["False result\n"]);
  });
});
