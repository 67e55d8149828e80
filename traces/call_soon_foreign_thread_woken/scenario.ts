/** call_soon from a foreign thread runs with the wake-up of a later call_soon_threadsafe, and before it. */
import { asyncio, print, threading, time, type Blocking } from "interloop";

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  yield* time.sleep(0.1);
  loop.call_soon(print, "call_soon");
  yield* time.sleep(0.05);
  yield* print("not run yet");
  yield* loop.call_soon_threadsafe(print, "call_soon_threadsafe");
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
