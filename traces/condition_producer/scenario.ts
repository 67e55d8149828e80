/** A consumer waits for a condition that a producer fulfils: wait_for looks again after every notification. */
import { print, threading, time, type Blocking } from "interloop";

function* producer(condition: threading.Condition, items: number[]): Blocking<void> {
  for (let item = 0; item < 3; item++) {
    yield* time.sleep(0.1);
    yield* condition.with(function* () {
      items.push(item);
      yield* condition.notify();
    });
  }
}

export default function* program(): Blocking<void> {
  const condition = new threading.Condition();
  const items: number[] = [];
  const thread = new threading.Thread({ target: producer, args: [condition, items] });
  yield* thread.start();
  yield* condition.with(function* () {
    yield* print("nothing yet:", yield* condition.wait_for(() => items, 0.005));
    yield* print("all three:", yield* condition.wait_for(() => items.length === 3), items);
  });
  yield* thread.join();
}
