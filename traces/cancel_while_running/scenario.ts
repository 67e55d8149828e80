/** The submitter cancels a coroutine that waits: result() raises at once, the coroutine sees CancelledError. */
import { asyncio, concurrent, except, print, repr, threading, type Blocking, type Coroutine } from "interloop";

function* worker(started: threading.Event, finished: threading.Event): Coroutine<void> {
  yield* started.set();
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
  const started = new threading.Event();
  const finished = new threading.Event();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(started, finished), loop);
  yield* started.wait();
  yield* print("running:", yield* future.running(), "done:", yield* future.done());
  const cancelled = yield* future.cancel();
  yield* finished.wait();
  yield* print("cancel:", cancelled);
  try {
    yield* future.result();
  } catch (thrown) {
    const error = except(thrown, concurrent.futures.CancelledError);
    yield* print("result:", repr(error));
  }
  yield* print("cancel again:", yield* future.cancel());
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
