/** The caller of wait_for is cancelled in the iteration in which the result comes: the one or the other is lost. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* child(future: asyncio.Future<string>): Coroutine<string> {
  return `child's ${yield* future}`;
}

function* fails(future: asyncio.Future<string>): Coroutine<string> {
  const error = new builtins.KeyError("first", yield* future);
  error.__context__ = new builtins.ValueError("its context");
  throw error;
}

type Make = (future: asyncio.Future<string>) => Coroutine<string> | asyncio.Future<string> | asyncio.Task<string>;

function* waits(awaitable: ReturnType<Make>): Coroutine<string> {
  return yield* asyncio.wait_for(awaitable, 10);
}

function* meet(label: string, make: Make, cancel_first: boolean, hops = 0): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<string>();
  const task = asyncio.create_task(waits(make(future)));
  for (let n = 0; n < 3; n++) yield* asyncio.sleep(0);
  if (cancel_first) {
    task.cancel();
    if (!future.done()) future.set_result("result");
  } else {
    future.set_result("result");
    for (let n = 0; n < hops; n++) yield* asyncio.sleep(0);
    yield* print("cancel():", task.cancel());
  }
  try {
    yield* print(label, yield* task, task.cancelled());
  } catch (thrown) {
    const error = except(thrown, [asyncio.CancelledError, builtins.KeyError]);
    if (error instanceof builtins.KeyError) yield* print(label, repr(error), "context:", repr(error.__context__));
    else yield* print(label, repr(error), task.cancelled(), future.cancelled());
  }
}

function* main(): Coroutine<void> {
  const as_task: Make = (future) => asyncio.create_task(child(future));
  yield* meet("future, result first:", (future) => future, false);
  yield* meet("future, one iteration later:", (future) => future, false, 1);
  yield* meet("future, two iterations later:", (future) => future, false, 2);
  yield* meet("future, cancelled first:", (future) => future, true);
  yield* meet("coroutine, result first:", child, false);
  yield* meet("coroutine, one iteration later:", child, false, 1);
  yield* meet("coroutine, two iterations later:", child, false, 2);
  yield* meet("coroutine, cancelled first:", child, true);
  yield* meet("task, result first:", as_task, false);
  yield* meet("task, one iteration later:", as_task, false, 1);
  yield* meet("failing, result first:", fails, false);
  yield* meet("failing, one iteration later:", fails, false, 1);
  yield* meet("failing, two iterations later:", fails, false, 2);
  yield* meet("task, cancelled first:", as_task, true);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
