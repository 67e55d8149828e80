/** Timers that fall due within one millisecond run in one batch, because the selector counts in milliseconds. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const order: string[] = [];
  const append = (text: string): number => order.push(text);

  function first(): void {
    order.push("A");
    loop.call_soon(append, "a");
  }

  const now = loop.time();
  loop.call_at(now + 0.0202, first);
  loop.call_at(now + 0.0204, append, "B");
  loop.call_at(now + 0.03, append, "C");
  yield* asyncio.sleep(0.05);
  yield* print(order);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
