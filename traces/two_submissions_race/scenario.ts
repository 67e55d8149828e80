/** Submissions to a running loop: they start in order, but how their steps mix depends on when the loop wakes. */
import { asyncio, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(number: number): Coroutine<void> {
  yield* print("start", number);
  yield* asyncio.sleep(0);
  yield* print("done", number);
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  const futures = [];
  for (let number = 0; number < 2; number++) {
    futures.push(yield* asyncio.run_coroutine_threadsafe(worker(number), loop));
  }
  for (const future of futures) yield* future.result();
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
