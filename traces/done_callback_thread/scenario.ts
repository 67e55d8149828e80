/** Which thread runs a callback of the returned future: the one that completes it, or the one that adds it late. */
import { asyncio, print, threading, time, type Blocking, type Coroutine } from "interloop";

function* report(label: string): Blocking<void> {
  yield* print(label, "in", threading.current_thread().name);
}

function* worker(delay: number): Coroutine<void> {
  yield* asyncio.sleep(delay);
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever, name: "Loop" });
  yield* thread.start();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(0.05), loop);
  yield* future.add_done_callback(() => report("first"));
  yield* future.add_done_callback(() => report("second"));
  yield* time.sleep(0.1);
  yield* future.add_done_callback(() => report("late"));
  const cancelled = yield* asyncio.run_coroutine_threadsafe(worker(10), loop);
  yield* cancelled.add_done_callback(() => report("cancelled"));
  yield* cancelled.cancel();
  yield* time.sleep(0.05);
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
