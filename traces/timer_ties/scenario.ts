/** Timers with exactly the same deadline run in the order in which a heap gives them, which is not first in, first out. */
import { asyncio, print, type Blocking } from "interloop";

function* ties(count: number, later: number): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const order: unknown[] = [];
  const append = (item: unknown): number => order.push(item);
  const when = loop.time();
  for (let number = 0; number < count; number++) loop.call_at(when, append, number);
  for (let number = 0; number < later; number++) loop.call_at(when + 10 + number, append, "later");
  loop.stop();
  yield* loop.run_forever();
  yield* loop.close();
  yield* print(count, "timers and", later, "later:", order);
}

export default function* program(): Blocking<void> {
  for (let count = 2; count < 13; count++) yield* ties(count, 0);
  for (const count of [2, 3, 5, 7]) {
    yield* ties(count, 1);
    yield* ties(count, 2);
  }
}
