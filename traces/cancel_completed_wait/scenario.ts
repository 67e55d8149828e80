/** cancel() after the awaited future is done but before the task runs: the cancellation wins. */
import { asyncio, except, print, type Blocking, type Coroutine } from "interloop";

function* waits(future: asyncio.Future<number>): Coroutine<void> {
  try {
    yield* print("result:", yield* future);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("cancelled, although the future is", future);
    throw error;
  }
}

function* main(): Coroutine<void> {
  const future = asyncio.get_running_loop().create_future<number>();
  const task = asyncio.create_task(waits(future));
  yield* asyncio.sleep(0);
  future.set_result(42);
  yield* print("cancel:", task.cancel());
  try {
    yield* task;
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    yield* print("the task is cancelled");
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
