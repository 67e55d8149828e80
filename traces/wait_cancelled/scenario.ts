/** Cancelling asyncio.wait leaves what it waits for alone, and takes its callbacks back. */
import { asyncio, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* waits(tasks: asyncio.Future[], options: asyncio.WaitOptions = {}): Coroutine<void> {
  try {
    const [done, pending] = yield* asyncio.wait(tasks, options);
    yield* print("waited", done.size, pending.size);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("cancelled", repr(error));
    throw error;
  }
}

function looks(future: asyncio.Future): boolean {
  return repr(future).includes("cb=");
}

function set_result(future: asyncio.Future): void {
  future.set_result("result");
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const child = loop.create_future();
  loop.call_later(0.05, set_result, child);
  let waiting = asyncio.create_task(waits([child], { timeout: 1 }));
  yield* asyncio.sleep(0);
  yield* asyncio.sleep(0);
  yield* print(looks(child));
  waiting.cancel();
  yield* asyncio.wait([waiting]);
  yield* print(waiting.cancelled(), child.done(), looks(child));
  yield* print(yield* child);

  // Before it begins.
  let future = loop.create_future();
  waiting = asyncio.create_task(waits([future]));
  waiting.cancel();
  yield* asyncio.wait([waiting]);
  yield* print(waiting.cancelled(), looks(future));

  // The completion comes first, the cancellation before the wait goes on.
  waiting = asyncio.create_task(waits([future]));
  yield* asyncio.sleep(0);
  future.set_result(null);
  yield* asyncio.sleep(0);
  yield* print(waiting.cancel());
  yield* asyncio.wait([waiting]);
  yield* print(waiting.cancelled());

  // The cancellation comes first.
  future = loop.create_future();
  waiting = asyncio.create_task(waits([future]));
  yield* asyncio.sleep(0);
  waiting.cancel();
  future.set_result(null);
  yield* asyncio.wait([waiting]);
  yield* print(waiting.cancelled());

  // The time is over and it is cancelled, in one iteration.
  future = loop.create_future();
  waiting = asyncio.create_task(waits([future], { timeout: 0.01 }));
  loop.call_later(0.01, cancel, waiting);
  yield* asyncio.wait([waiting]);
  yield* print(waiting.cancelled());
  waiting = asyncio.create_task(waits([future], { timeout: 0.01 }));
  yield* asyncio.sleep(0);
  loop.call_later(0.01, cancel, waiting);
  yield* asyncio.wait([waiting]);
  yield* print(waiting.cancelled());

  // Several wait for the same.
  const several = [0, 1, 2].map(() => asyncio.create_task(waits([future])));
  yield* asyncio.sleep(0);
  several[1]?.cancel();
  future.set_result(null);
  yield* asyncio.wait(several);
  yield* print(several.map((task) => task.cancelled()));
}

function cancel(task: asyncio.Task<void>): void {
  task.cancel();
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
