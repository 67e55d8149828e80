/** Condition.notify(n) wakes the threads that have waited longest; notify_all wakes the rest. */
import { builtins, print, threading, time, type Blocking } from "interloop";

function* waiter(number: number, condition: threading.Condition, woken: number[]): Blocking<void> {
  yield* condition.with(function* () {
    yield* condition.wait();
    woken.push(number);
  });
}

function* notify(condition: threading.Condition, count: number): Blocking<void> {
  yield* condition.with(() => condition.notify(count));
  yield* time.sleep(0.03);
}

export default function* program(): Blocking<void> {
  const condition = new threading.Condition();
  const woken: number[] = [];
  const threads = [0, 1, 2, 3, 4].map(
    (number) => new threading.Thread({ target: waiter, args: [number, condition, woken] }),
  );
  for (const thread of threads) {
    yield* thread.start();
    yield* time.sleep(0.02);
  }
  yield* notify(condition, 1);
  yield* print("one:", woken);
  yield* notify(condition, 1);
  yield* print("two:", woken);
  yield* notify(condition, 9);
  yield* print("all:", builtins.sorted(woken));
  for (const thread of threads) yield* thread.join();
}
