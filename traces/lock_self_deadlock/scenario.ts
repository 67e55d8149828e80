/** A thread acquires a Lock that it already holds: it waits for itself. */
import { print, threading, type Blocking } from "interloop";

export default function* program(): Blocking<void> {
  const lock = new threading.Lock();
  yield* lock.acquire();
  yield* print("acquired once");
  yield* lock.acquire();
  yield* print("never printed");
}
