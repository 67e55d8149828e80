/** A thread that releases a semaphore and acquires it again can be faster than the one that it has woken. */
import { print, threading, type Blocking } from "interloop";

function* waiter(semaphore: threading.Semaphore): Blocking<void> {
  yield* semaphore.acquire();
  yield* print("waiter has it");
  yield* semaphore.release();
}

export default function* program(): Blocking<void> {
  const semaphore = new threading.Semaphore(0);
  const thread = new threading.Thread({ target: waiter, args: [semaphore] });
  yield* thread.start();
  yield* semaphore.release();
  if (yield* semaphore.acquire(true, 0)) {
    yield* print("main has it");
    yield* semaphore.release();
  } else {
    yield* print("main came too late");
  }
  yield* thread.join();
}
