/** A cancellation from outside in the iteration in which the timeout expires: it is not turned into a TimeoutError. */
import { asyncio, builtins, except, print, repr, time, type Blocking, type Coroutine } from "interloop";

function* block(delay: number): Coroutine<void> {
  const task = asyncio.current_task();
  const timeout = asyncio.timeout(delay);
  try {
    yield* timeout.with(() => asyncio.sleep(10));
  } catch (thrown) {
    const error = except(thrown, builtins.BaseException);
    yield* print(repr(error), timeout, task?.cancelling(), repr(error.__context__));
    throw error;
  }
}

function* show(label: string, task: asyncio.Task<void>): Coroutine<void> {
  try {
    yield* task;
  } catch (thrown) {
    yield* print(label, repr(except(thrown, builtins.BaseException)), task.cancelled(), task.cancelling());
  }
}

// Cancelled before it enters.
function* late(): Coroutine<void> {
  asyncio.current_task()?.cancel("from inside");
  yield* block(0);
}

function* cleans(): Coroutine<void> {
  const timeout = asyncio.timeout(0);
  try {
    yield* timeout.with(function* () {
      try {
        yield* asyncio.sleep(10);
      } finally {
        yield* asyncio.sleep(0);
        yield* print("cleaned up");
      }
    });
  } finally {
    yield* print(timeout);
  }
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  // Both are due after the pause: first the one that is scheduled earlier.
  let task = asyncio.create_task(block(0.03));
  yield* asyncio.sleep(0);
  loop.call_later(0.05, (msg: string) => void task.cancel(msg), "from outside");
  yield* time.sleep(0.1);
  yield* show("timeout, then cancel:", task);

  task = asyncio.create_task(block(0.05));
  yield* asyncio.sleep(0);
  loop.call_later(0.03, (msg: string) => void task.cancel(msg), "from outside");
  yield* time.sleep(0.1);
  yield* show("cancel, then timeout:", task);

  yield* show("cancelled before:", asyncio.create_task(late()));

  // Cancelled when it has expired: before the block knows, and while it cleans up.
  for (const iterations of [2, 3, 4]) {
    task = asyncio.create_task(cleans());
    for (let n = 0; n < iterations; n++) yield* asyncio.sleep(0);
    yield* print("cancel():", task.cancel("when expired"));
    yield* show(`after ${String(iterations)} iterations:`, task);
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
