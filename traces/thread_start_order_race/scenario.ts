/** Three threads print one line each: usually in the order of starting, but any order is possible. */
import { print, threading, type Blocking } from "interloop";

function* report(number: number): Blocking<void> {
  yield* print("thread", number);
}

export default function* program(): Blocking<void> {
  const threads = [0, 1, 2].map((number) => new threading.Thread({ target: report, args: [number] }));
  for (const thread of threads) yield* thread.start();
  yield* print("all started");
  for (const thread of threads) yield* thread.join();
}
