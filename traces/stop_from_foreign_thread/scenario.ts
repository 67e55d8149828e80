/** loop.stop() called directly from a foreign thread: the loop notices only when something else wakes it. */
import { asyncio, print, threading, time, type Blocking } from "interloop";

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const order: string[] = [];
  loop.call_later(0.2, () => order.push("timer"));
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  yield* time.sleep(0.1);
  loop.stop();
  order.push("stop() called");
  yield* thread.join();
  yield* print(order, loop.is_running());
  yield* loop.close();
}
