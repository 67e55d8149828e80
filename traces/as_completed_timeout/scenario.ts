/** asyncio.as_completed with a limit for all: when it is over, those that are left raise TimeoutError, and nothing is cancelled. */
import { asyncio, except, print, repr, type Blocking, type Coroutine } from "interloop";

type Futures = (asyncio.Future | asyncio.Task)[];

function* results(label: string, fs: Futures, timeout: number | null): Coroutine<void> {
  for (const coroutine of asyncio.as_completed(fs, { timeout })) {
    try {
      yield* print(label, yield* coroutine);
    } catch (thrown) {
      yield* print(label, repr(except(thrown, asyncio.TimeoutError)));
    }
  }
}

function sleeping(...delays: number[]): Futures {
  return delays.map((delay) => asyncio.create_task<Coroutine<unknown>>(asyncio.sleep<unknown>(delay, delay)));
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const tasks = sleeping(0.01, 0.2, 0.3);
  yield* results("some", tasks, 0.05);
  const followed = tasks.map((task) => repr(task).includes("_on_completion"));
  yield* print(
    tasks.map((task) => task.done()),
    followed,
  );
  yield* results("all", tasks, 5);
  yield* results("no limit", sleeping(0.02, 0.01), null);
  yield* results("zero", sleeping(0, 0.02), 0);
  yield* results("negative", sleeping(0.01, 0.02), -1);
  const done = loop.create_future();
  done.set_result("done");
  yield* results("done", [done], 0);
  yield* results("done and not", [done, loop.create_future()], 0.01);
  yield* results("nothing", [], 0);

  // The completion and the timer in one iteration.
  const set_result = (future: asyncio.Future, result: string): void => {
    future.set_result(result);
  };
  let future = loop.create_future();
  loop.call_later(0.01, set_result, future, "first");
  yield* results("completion first", [future], 0.01);
  future = loop.create_future();
  const waiting = asyncio.create_task(results("timer first", [future], 0.01));
  yield* asyncio.sleep(0);
  loop.call_later(0.01, set_result, future, "late");
  yield* waiting;

  // The time runs while nobody waits.
  const coroutines = [...asyncio.as_completed(sleeping(0.01, 0.2), { timeout: 0.05 })];
  yield* asyncio.sleep(0.1);
  for (const coroutine of coroutines) {
    try {
      yield* print(yield* coroutine);
    } catch (thrown) {
      const error = except(thrown, asyncio.TimeoutError);
      yield* print(repr(error), error.__cause__);
    }
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
