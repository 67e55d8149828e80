/** call_soon from a foreign thread does not wake the loop: the callback waits for the next timer. */
import { asyncio, print, threading, time, type Blocking } from "interloop";

function* foreign(loop: asyncio.AbstractEventLoop, order: string[]): Blocking<void> {
  yield* time.sleep(0.05);
  loop.call_soon(() => order.push("call_soon"));
  order.push("scheduled");
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const order: string[] = [];
  loop.call_later(0.3, () => order.push("timer"));
  loop.call_later(0.15, () => order.push("first timer"));
  loop.call_later(0.35, loop.stop);
  const thread = new threading.Thread({ target: foreign, args: [loop, order] });
  yield* thread.start();
  yield* loop.run_forever();
  yield* thread.join();
  yield* loop.close();
  for (const line of order) yield* print(line);
}
