/** Timers in the past run in the order of their deadlines, after the callbacks that are already scheduled. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const order: string[] = [];
  const append = (text: string): number => order.push(text);
  const now = loop.time();
  loop.call_at(now - 1, append, "1 ago");
  loop.call_at(now - 3, append, "3 ago");
  loop.call_at(now - 2, () => loop.call_soon(append, "scheduled by 2 ago"));
  loop.call_at(now - 10, append, "10 ago");
  loop.call_soon(append, "soon");
  yield* asyncio.sleep(0.02);
  yield* print(order);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
