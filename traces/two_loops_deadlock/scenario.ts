/** Two loops block on each other's submissions: neither thread can run what the other waits for. */
import { asyncio, print, threading, type Blocking, type Coroutine } from "interloop";

function* answer(): Coroutine<number> {
  return 42;
}

function* ask(other: asyncio.AbstractEventLoop, barrier: threading.Barrier): Coroutine<number> {
  const future = yield* asyncio.run_coroutine_threadsafe(answer(), other);
  yield* barrier.wait();
  return yield* future.result();
}

export default function* program(): Blocking<void> {
  const first = asyncio.new_event_loop();
  const second = asyncio.new_event_loop();
  const barrier = new threading.Barrier(2);
  const threads = [
    new threading.Thread({ target: () => first.run_until_complete(ask(second, barrier)), name: "First" }),
    new threading.Thread({ target: () => second.run_until_complete(ask(first, barrier)), name: "Second" }),
  ];
  for (const thread of threads) yield* thread.start();
  yield* print("both started");
}
