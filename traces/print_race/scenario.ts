/** Two threads print at the same time to a terminal: lines stay whole, in any order. */
import { print, threading, type Blocking } from "interloop";

function* worker(name: string): Blocking<void> {
  for (const number of [1, 2]) yield* print(name, number);
}

export default function* main(): Blocking<void> {
  const threads = Array.from("ab", (name) => new threading.Thread({ target: worker, args: [name] }));
  for (const thread of threads) yield* thread.start();
  for (const thread of threads) yield* thread.join();
}
