/** Cancelling the future that a task awaits: the task gets CancelledError without having been cancelled itself. */
import { asyncio, except, print, repr, sys, type Blocking, type Coroutine } from "interloop";

function* waits(future: asyncio.Future): Coroutine<void> {
  try {
    yield* future;
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("waits:", repr(error));
    throw error;
  }
}

function* main(): Coroutine<void> {
  const future = asyncio.get_running_loop().create_future();
  const task = asyncio.create_task(waits(future));
  yield* asyncio.sleep(0);
  future.cancel();
  try {
    yield* task;
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    // Tasks have the method from 3.11 on.
    const cancelling = sys.version_info()[1] >= 11 ? task.cancelling() : 0;
    yield* print("main: cancelled", task.cancelled(), "cancelling:", cancelling);
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
