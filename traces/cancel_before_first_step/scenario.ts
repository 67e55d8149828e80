/** A task cancelled before its first step never runs its body. */
import { asyncio, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  try {
    yield* print("never printed");
    yield* asyncio.sleep(1);
  } finally {
    yield* print("never printed either");
  }
}

function* main(): Coroutine<void> {
  const task = asyncio.create_task(worker());
  yield* print("cancel:", task.cancel(), "done:", task.done());
  try {
    yield* task;
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("awaited:", repr(error));
  }
  yield* print("cancelled:", task.cancelled(), "cancel again:", task.cancel());
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
