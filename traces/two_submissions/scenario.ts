/** Submissions of one thread start in the order in which they were made. */
import { asyncio, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(number: number): Coroutine<number> {
  yield* print("start", number);
  yield* asyncio.sleep(0);
  yield* print("done", number);
  return number;
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  const futures = [];
  for (let number = 0; number < 3; number++) {
    futures.push(yield* asyncio.run_coroutine_threadsafe(worker(number), loop));
  }
  yield* thread.start();
  const values = [];
  for (const future of futures) values.push(yield* future.result());
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* print(values);
  yield* loop.close();
}
