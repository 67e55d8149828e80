/** call_soon_threadsafe(loop.stop) while a task still waits: the task is left pending, and freed so at exit. */
import { asyncio, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(started: threading.Event): Coroutine<void> {
  yield* started.set();
  try {
    yield* asyncio.sleep(10);
    yield* print("never printed");
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
  yield* print("stopped; tasks left:", asyncio.all_tasks(loop).size, "future done:", yield* future.done());
  yield* loop.close();
  yield* print("closed; tasks left:", asyncio.all_tasks(loop).size);
}
