/** Two threads, one lock: their critical sections never overlap, in whichever order they come. */
import { print, threading, type Blocking } from "interloop";

function* worker(name: string, lock: threading.Lock): Blocking<void> {
  for (let turn = 0; turn < 2; turn++) {
    yield* lock.with(function* () {
      yield* print(name, "enters");
      yield* print(name, "leaves");
    });
  }
}

export default function* program(): Blocking<void> {
  const lock = new threading.Lock();
  const threads = ["a", "b"].map((name) => new threading.Thread({ target: worker, args: [name, lock] }));
  for (const thread of threads) yield* thread.start();
  for (const thread of threads) yield* thread.join();
}
