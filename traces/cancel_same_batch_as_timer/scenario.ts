/** A timer that completes a future and one that cancels the waiting task fall due in one batch: both orders. */
import { asyncio, except, print, tuple, type Blocking, type Coroutine } from "interloop";

function* waits(future: asyncio.Future<string>): Coroutine<string> {
  try {
    return yield* future;
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    return "cancelled";
  }
}

function* run(complete_at: number, cancel_at: number): Coroutine<readonly [string, asyncio.Future<string>]> {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<string>();
  const task = asyncio.create_task(waits(future));
  yield* asyncio.sleep(0);
  const now = loop.time() + 0.0202;
  loop.call_at(now + complete_at, () => {
    if (!future.done()) future.set_result("completed");
  });
  loop.call_at(now + cancel_at, () => task.cancel());
  return tuple(yield* task, future);
}

function* main(): Coroutine<void> {
  yield* print("complete first:", yield* run(0, 0.0001));
  yield* print("cancel first:", yield* run(0.0001, 0));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
