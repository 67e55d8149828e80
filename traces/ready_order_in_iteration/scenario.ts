/** In one iteration: what was scheduled before the sleep, then what a thread sent during it, then the due timers. */
import { asyncio, print, threading, time, type Blocking, type Coroutine } from "interloop";

function* sender(loop: asyncio.AbstractEventLoop, order: string[]): Blocking<void> {
  yield* loop.call_soon_threadsafe(() => order.push("from the thread"));
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const order: string[] = [];
  loop.call_later(0.03, () => order.push("timer"));
  loop.call_soon(() => order.push("soon"));
  const thread = new threading.Thread({ target: sender, args: [loop, order] });
  yield* thread.start();
  yield* time.sleep(0.06);
  yield* asyncio.sleep(0);
  yield* asyncio.sleep(0);
  yield* thread.join();
  yield* print(order);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
