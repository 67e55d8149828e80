/** What wait_for raises when the time is over, with its cause and context; and what was awaited is cancelled. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function chain(error: builtins.BaseException): string {
  const cause = error.__cause__ === null ? null : repr(error.__cause__);
  const shown = `${repr(error)} cause: ${cause ?? "None"} context: ${repr(error.__context__)}`;
  return `${shown} suppressed: ${repr(error.__suppress_context__)}`;
}

function* child(): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("child:", repr(error), repr(error.__context__));
    throw error;
  }
}

type Awaitable = Coroutine<unknown> | asyncio.Future | asyncio.Task<void>;

function* expire(label: string, awaitable: Awaitable, timeout: number | null): Coroutine<void> {
  try {
    yield* print(label, yield* asyncio.wait_for(awaitable, timeout));
  } catch (thrown) {
    const error = except(thrown, asyncio.TimeoutError);
    yield* print(label, chain(error), error.args);
  }
}

function* main(): Coroutine<void> {
  let future = asyncio.get_running_loop().create_future();
  let task = asyncio.create_task(child());
  yield* expire("future:", future, 0.01);
  yield* print(future);
  yield* expire("task:", task, 0.01);
  yield* print(task.cancelled());
  yield* expire("coroutine:", child(), 0.01);
  yield* expire("sleep:", asyncio.sleep(10), 0.01);
  yield* expire("in time:", asyncio.sleep(0, "result"), 10);
  yield* expire("no limit:", asyncio.sleep(0.01, "result"), null);
  future = asyncio.get_running_loop().create_future();
  yield* expire("no time, future:", future, 0);
  yield* print(future);
  yield* expire("no time, coroutine:", child(), 0);
  task = asyncio.create_task(child());
  yield* asyncio.sleep(0);
  yield* expire("no time, task:", task, -1);
  yield* print(new asyncio.TimeoutError() instanceof builtins.OSError);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
