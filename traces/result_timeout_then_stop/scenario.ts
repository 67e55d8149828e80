/** As result_timeout, but the submitter stops the loop at once: the worker may never learn of its cancellation. */
import { asyncio, concurrent, except, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("worker: cancelled");
    throw error;
  }
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), loop);
  try {
    yield* future.result(0.05);
  } catch (thrown) {
    except(thrown, concurrent.futures.TimeoutError);
    yield* print("result: timed out");
  }
  yield* future.cancel();
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* print("stopped; tasks left:", asyncio.all_tasks(loop).size);
}
