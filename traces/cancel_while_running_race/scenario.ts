/** After cancel() the submitter and the cancelled worker both print: their order is not fixed. */
import { asyncio, concurrent, except, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(started: threading.Event, finished: threading.Event): Coroutine<void> {
  yield* started.set();
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("worker: cancelled");
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
  yield* print("cancel:", yield* future.cancel());
  try {
    yield* future.result();
  } catch (thrown) {
    except(thrown, concurrent.futures.CancelledError);
    yield* print("result: cancelled");
  }
  yield* finished.wait();
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
