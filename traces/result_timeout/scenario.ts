/** future.result(timeout) times out; the submitter then cancels the coroutine, which gets to clean up. */
import { asyncio, concurrent, except, print, repr, threading, type Blocking, type Coroutine } from "interloop";

function* worker(finished: threading.Event): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("worker:", repr(error));
    throw error;
  } finally {
    yield* finished.set();
  }
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  const finished = new threading.Event();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(finished), loop);
  try {
    yield* future.result(0.05);
    yield* print("result: no timeout");
  } catch (thrown) {
    const error = except(thrown, concurrent.futures.TimeoutError);
    yield* print("result:", repr(error));
  }
  const cancelled = yield* future.cancel();
  yield* finished.wait();
  yield* print("cancel:", cancelled, "cancelled:", yield* future.cancelled(), "done:", yield* future.done());
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
