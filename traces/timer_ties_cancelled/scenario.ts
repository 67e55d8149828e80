/** Cancelled timers among equal deadlines change the order of the others; many of them are purged together. */
import { asyncio, print, type Blocking } from "interloop";

function* ties(count: number, cancelled: Iterable<number>): Blocking<number[]> {
  const loop = asyncio.new_event_loop();
  const order: number[] = [];
  const when = loop.time();
  const handles = range(count).map((number) => loop.call_at(when, () => order.push(number)));
  for (const number of cancelled) handles[number]?.cancel();
  loop.stop();
  yield* loop.run_forever();
  yield* loop.close();
  return order;
}

function range(stop: number): number[] {
  return [...Array(stop).keys()];
}

export default function* program(): Blocking<void> {
  for (const cancelled of [[0], [3], [5], [0, 1], [2, 5], [0, 2, 4], [5, 3, 1]]) {
    yield* print("6 without", cancelled, yield* ties(6, cancelled));
  }
  yield* print("100 without 60, not purged:", yield* ties(100, range(60)));
  yield* print("102 without 51, not purged:", yield* ties(102, range(51)));
  yield* print("102 without 52, purged:", yield* ties(102, range(52)));
}
