/** One coroutine object in several tasks, which CPython lets drive it by turns. The judge case is `submit_same_coroutine_twice`. */
import { asyncio, print, repr, simulate, type Blocking, type Coroutine } from "interloop";
import { expect, test } from "vitest";

/** What two tasks of one coroutine give in turn. */
function outcomes(worker: () => Coroutine<unknown>): string {
  function* main(): Coroutine<void> {
    const coroutine = worker();
    const tasks = [asyncio.create_task(coroutine), asyncio.create_task(coroutine)];
    yield* asyncio.sleep(5);
    for (const task of tasks) yield* print(task.done() ? repr(task.exception() ?? task.result()) : "pending");
  }
  return simulate(function* (): Blocking<void> {
    yield* asyncio.run(main());
  }).output;
}

test("both wait for the same future, and the second finds the coroutine at its end", () => {
  const worker = function* (): Coroutine<number> {
    yield* asyncio.sleep(1);
    return 42;
  };
  expect(outcomes(worker)).toBe("42\nRuntimeError('cannot reuse already awaited coroutine')\n");
});

test("after bare yields each takes the next step, so that the second may be the one to finish", () => {
  const steps: number[] = [];
  const worker = function* (): Coroutine<number> {
    for (const step of [1, 2, 3]) {
      steps.push(step);
      yield* asyncio.sleep(0);
    }
    return 42;
  };
  expect(outcomes(worker)).toBe("RuntimeError('cannot reuse already awaited coroutine')\n42\n");
  expect(steps).toEqual([1, 2, 3]);
});

test("a coroutine whose task is done is refused", () => {
  const run = simulate(function* (): Blocking<void> {
    yield* asyncio.run(
      (function* (): Coroutine<void> {
        const coroutine = asyncio.sleep(1, "value");
        yield* print(yield* asyncio.create_task(coroutine));
        const again = asyncio.create_task(coroutine);
        yield* asyncio.sleep(0);
        yield* print(repr(again.exception()));
      })(),
    );
  });
  expect(run.output).toBe("value\nRuntimeError('cannot reuse already awaited coroutine')\n");
});
