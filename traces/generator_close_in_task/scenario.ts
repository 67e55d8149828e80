/** A task destroyed while it waits: its coroutine is closed, `finally` runs, and an await there is an error. */
import { asyncio, builtins, except, print, types, type Blocking, type Coroutine } from "interloop";

function* cleans_up(): Coroutine<void> {
  try {
    yield* asyncio.get_running_loop().create_future();
  } finally {
    yield* print("finally");
    yield* asyncio.sleep(0);
    yield* print("never printed");
  }
}

export default function* program(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const coroutine = cleans_up();
  const task = loop.create_task(coroutine);
  loop.stop();
  yield* loop.run_forever();
  try {
    yield* types.CoroutineType.close(coroutine);
  } catch (thrown) {
    yield* print("RuntimeError:", except(thrown, builtins.RuntimeError));
  }
  yield* print("done:", task.done());
  task.cancel();
  loop.stop();
  yield* loop.run_forever();
  loop.stop();
  yield* loop.run_forever();
  yield* print("after the cancellation:", task.done());
  yield* loop.close();
}
