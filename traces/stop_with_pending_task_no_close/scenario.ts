/** As stop_with_pending_task, but the loop is never closed. */
import { asyncio, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(started: threading.Event): Coroutine<void> {
  yield* started.set();
  try {
    yield* asyncio.sleep(10);
  } finally {
    yield* print("worker: finally");
  }
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  const started = new threading.Event();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(started), loop);
  yield* started.wait();
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* print("stopped; future done:", yield* future.done());
}
