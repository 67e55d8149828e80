/** Threads woken by one notify_all compete for the lock: they may go on in any order. */
import { print, threading, time, type Blocking } from "interloop";

function* waiter(number: number, condition: threading.Condition, woken: number[]): Blocking<void> {
  yield* condition.with(function* () {
    yield* condition.wait();
    woken.push(number);
  });
}

export default function* program(): Blocking<void> {
  const condition = new threading.Condition();
  const woken: number[] = [];
  const threads = [0, 1, 2].map((number) => new threading.Thread({ target: waiter, args: [number, condition, woken] }));
  for (const thread of threads) {
    yield* thread.start();
    yield* time.sleep(0.02);
  }
  yield* condition.with(() => condition.notify_all());
  for (const thread of threads) yield* thread.join();
  yield* print(woken);
}
