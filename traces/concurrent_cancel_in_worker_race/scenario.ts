/** The coroutine finishes while the submitter cancels: the submitter sees a value or a cancellation, never both. */
import { asyncio, concurrent, except, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(started: threading.Event): Coroutine<string> {
  yield* started.set();
  return "value";
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  const started = new threading.Event();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(started), loop);
  yield* started.wait();
  const cancelled = yield* future.cancel();
  let outcome: string;
  try {
    outcome = yield* future.result();
  } catch (thrown) {
    except(thrown, concurrent.futures.CancelledError);
    outcome = "cancelled";
  }
  yield* print(cancelled, outcome);
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
