/** enumerate() and active_count() of threads that begin and end: those that are being started come last. */
import { print, threading, type Blocking } from "interloop";

const names = () => threading.enumerate().map((thread) => thread.name);

function body(seen: number[]): void {
  seen.push(threading.active_count());
}

export default function* program(): Blocking<void> {
  const seen: number[] = [];
  const threads = ["a", "b"].map((name) => new threading.Thread({ target: body, args: [seen], name }));
  yield* print(names(), threading.active_count());
  for (const thread of threads) yield* thread.start();
  yield* print(names());
  for (const thread of threads) yield* thread.join();
  yield* print(names(), seen);
}
