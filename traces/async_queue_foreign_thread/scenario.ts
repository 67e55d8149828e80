/** A thread puts into a queue of another's loop: what it wakes goes on only when the loop wakes for another reason, or through call_soon_threadsafe. */
import { asyncio, print, threading, time, type Blocking, type Coroutine } from "interloop";

function* unsafe(queue: asyncio.Queue<string>): Blocking<void> {
  yield* time.sleep(0.01);
  queue.put_nowait("unsafe");
  yield* print("put", queue);
}

function* safe(queue: asyncio.Queue<string>, loop: asyncio.AbstractEventLoop): Blocking<void> {
  yield* time.sleep(0.01);
  const callbacks = {
    put_nowait: (item: string): void => {
      queue.put_nowait(item);
    },
  };
  yield* loop.call_soon_threadsafe(callbacks.put_nowait, "safe");
}

function* get(queue: asyncio.Queue<string>): Coroutine<void> {
  const start = time.monotonic();
  const item = yield* queue.get();
  yield* print("got", item, time.monotonic() - start > 0.3 ? "late" : "soon");
}

function* main(): Coroutine<void> {
  const queue = new asyncio.Queue<string>();
  const loop = asyncio.get_running_loop();
  for (const target of [unsafe, safe]) {
    const timer = loop.call_later(0.5, print, "timer");
    const thread = new threading.Thread({ target: () => target(queue, loop) });
    yield* thread.start();
    yield* get(queue);
    timer.cancel();
    yield* thread.join();
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
