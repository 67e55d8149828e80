/** A second cancellation while the task cleans up after the first. */
import { asyncio, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } finally {
    yield* print("cleaning up");
    try {
      yield* asyncio.sleep(10);
    } catch (thrown) {
      const error = except(thrown, asyncio.CancelledError);
      yield* print("interrupted; context:", repr(error.__context__));
      // eslint-disable-next-line no-unsafe-finally -- as the Python program does
      throw error;
    }
  }
}

function* main(): Coroutine<void> {
  const task = asyncio.create_task(worker());
  yield* asyncio.sleep(0);
  task.cancel();
  yield* asyncio.sleep(0);
  yield* print("cancel again:", task.cancel());
  try {
    yield* task;
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    yield* print("cancelled");
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
