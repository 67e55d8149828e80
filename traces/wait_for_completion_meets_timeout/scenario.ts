/** The result comes in the iteration in which the timeout expires, before it or after it. */
import { asyncio, except, print, repr, time, type Blocking, type Coroutine } from "interloop";

function complete(future: asyncio.Future<string>): void {
  if (!future.done()) future.set_result("result");
}

function* child(future: asyncio.Future<string>): Coroutine<string> {
  try {
    return `child's ${yield* future}`;
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("child cancelled");
    throw error;
  }
}

type Make = (future: asyncio.Future<string>) => Coroutine<unknown> | asyncio.Future | asyncio.Future<string>;

/** Both timers are due after the pause; the one with the earlier deadline runs first. */
function* meet(label: string, make: Make, sooner: boolean): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<string>();
  loop.call_later(sooner ? 0.03 : 0.07, complete, future);
  const task = asyncio.create_task(asyncio.wait_for(make(future), 0.05));
  for (let n = 0; n < 3; n++) yield* asyncio.sleep(0);
  yield* time.sleep(0.12);
  try {
    yield* print(label, yield* task);
  } catch (thrown) {
    yield* print(label, repr(except(thrown, asyncio.TimeoutError)), future.cancelled());
  }
}

function* main(): Coroutine<void> {
  const as_task: Make = (future) => asyncio.create_task<Coroutine<unknown>>(child(future));
  yield* meet("future, result first:", (future) => future, true);
  yield* meet("future, timeout first:", (future) => future, false);
  yield* meet("coroutine, result first:", child, true);
  yield* meet("coroutine, timeout first:", child, false);
  yield* meet("task, result first:", as_task, true);
  yield* meet("task, timeout first:", as_task, false);
  yield* meet("gather, result first:", (future) => asyncio.gather(future), true);
  yield* meet("gather, timeout first:", (future) => asyncio.gather(future), false);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
