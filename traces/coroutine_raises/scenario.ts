/** A submitted coroutine raises: result() raises the same exception object in the submitter's thread. */
import { asyncio, builtins, except, print, repr, threading, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<never> {
  yield* asyncio.sleep(0);
  throw new builtins.ValueError("worker failed");
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), loop);
  let first = null;
  try {
    yield* future.result();
  } catch (thrown) {
    const error = except(thrown, builtins.ValueError);
    first = error;
    yield* print("result:", repr(error));
  }
  yield* print("exception:", repr(yield* future.exception()), (yield* future.exception()) === first);
  yield* print(
    "done:",
    yield* future.done(),
    "cancelled:",
    yield* future.cancelled(),
    "running:",
    yield* future.running(),
  );
  try {
    yield* future.result();
  } catch (thrown) {
    const error = except(thrown, builtins.ValueError);
    yield* print("again:", error === first);
  }
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
