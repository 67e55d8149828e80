/** The coroutine suppresses its cancellation and returns a value: the submitter's future stays cancelled. */
import { asyncio, concurrent, except, print, repr, threading, type Blocking, type Coroutine } from "interloop";

function* worker(started: threading.Event, finished: threading.Event): Coroutine<string> {
  yield* started.set();
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    yield* print("worker: ignored the cancellation");
  }
  yield* finished.set();
  return "value";
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  const started = new threading.Event();
  const finished = new threading.Event();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(started, finished), loop);
  yield* started.wait();
  yield* future.cancel();
  yield* finished.wait();
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* print("cancelled:", yield* future.cancelled(), "done:", yield* future.done());
  try {
    yield* print("result:", yield* future.result());
  } catch (thrown) {
    const error = except(thrown, concurrent.futures.CancelledError);
    yield* print("result:", repr(error));
  }
  yield* loop.close();
}
