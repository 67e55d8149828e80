/** The task is cancelled inside the loop's own thread: the submitter's result() raises CancelledError. */
import {
  asyncio,
  builtins,
  concurrent,
  except,
  print,
  repr,
  threading,
  type Blocking,
  type Coroutine,
} from "interloop";

function* worker(): Coroutine<void> {
  const task = asyncio.current_task();
  asyncio.get_running_loop().call_later(0.05, () => task?.cancel());
  try {
    yield* asyncio.sleep(10);
  } finally {
    yield* print("worker: leaving");
  }
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), loop);
  try {
    yield* future.result();
  } catch (thrown) {
    const error = except(thrown, concurrent.futures.CancelledError);
    const isCancelled = error instanceof asyncio.CancelledError;
    yield* print("result:", repr(error), error instanceof builtins.Exception, isCancelled);
  }
  yield* print("cancelled:", yield* future.cancelled(), "done:", yield* future.done());
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
