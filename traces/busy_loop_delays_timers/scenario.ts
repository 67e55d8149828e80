/** A callback that blocks its loop: timers that fall due meanwhile run late, in the order of their deadlines, in one batch. */
import { asyncio, print, time, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const order: string[] = [];
  const append = (text: string): number => order.push(text);
  loop.call_later(0.03, append, "0.03");
  loop.call_later(0.01, () => loop.call_soon(append, "scheduled by 0.01"));
  loop.call_later(0.02, append, "0.02");
  yield* time.sleep(0.06);
  loop.call_soon(append, "soon");
  yield* asyncio.sleep(0.02);
  yield* print(order);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
