/** Semaphore: acquire with a timeout, too early, in time, and while somebody else takes what was released. */
import { print, threading, time, type Blocking } from "interloop";

function* late(semaphore: threading.Semaphore, delay: number, count: number): Blocking<void> {
  yield* time.sleep(delay);
  for (let number = 0; number < count; number++) yield* semaphore.release();
}

export default function* program(): Blocking<void> {
  const semaphore = new threading.Semaphore(0);
  let thread = new threading.Thread({ target: late, args: [semaphore, 0.2, 1] });
  yield* thread.start();
  yield* print("at once:", yield* semaphore.acquire(false));
  yield* print("too early:", yield* semaphore.acquire(true, 0.05));
  yield* print("in time:", yield* semaphore.acquire(true, 5));
  yield* thread.join();
  yield* print("no more:", yield* semaphore.acquire(true, 0.05));
  thread = new threading.Thread({ target: late, args: [semaphore, 0.1, 2] });
  yield* thread.start();
  yield* semaphore.with(function* () {
    yield* print("for ever:", yield* semaphore.acquire());
  });
  yield* thread.join();
}
