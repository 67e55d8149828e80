/** cancel() never runs the coroutine: the CancelledError arrives at its next step. */
import { asyncio, except, print, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("worker: cancelled");
    throw error;
  }
}

function* main(): Coroutine<void> {
  const task = asyncio.create_task(worker());
  yield* asyncio.sleep(0);
  yield* print("cancel:", task.cancel(), task.cancelled(), task.done());
  yield* print("cancel again:", task.cancel());
  yield* asyncio.sleep(0);
  yield* print("one iteration later:", task.cancelled());
  yield* asyncio.sleep(0);
  yield* print("two iterations later:", task.cancelled());
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
