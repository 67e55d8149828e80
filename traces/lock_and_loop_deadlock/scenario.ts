/** A thread holds a lock while it waits for a coroutine that needs that lock: the loop's thread stops with it. */
import { asyncio, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(lock: threading.Lock): Coroutine<void> {
  yield* print("worker wants the lock");
  yield* lock.with(() => print("never printed"));
}

export default function* program(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  yield* new threading.Thread({ target: loop.run_forever, name: "Loop" }).start();
  const lock = new threading.Lock();
  yield* lock.with(function* () {
    yield* print("main has the lock");
    yield* (yield* asyncio.run_coroutine_threadsafe(worker(lock), loop)).result();
  });
}
