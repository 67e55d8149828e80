/** Semaphore.release(n) wakes n waiters at once, and a bounded one takes all or nothing. */
import { builtins, except, print, threading, time, type Blocking } from "interloop";

function* waiter(semaphore: threading.Semaphore, woken: number[]): Blocking<void> {
  yield* semaphore.acquire();
  woken.push(1);
}

export default function* program(): Blocking<void> {
  const [semaphore, woken] = [new threading.Semaphore(0), [] as number[]];
  const threads = [1, 2, 3, 4].map(() => new threading.Thread({ target: waiter, args: [semaphore, woken] }));
  for (const thread of threads) yield* thread.start();
  yield* semaphore.release(3);
  yield* time.sleep(0.2);
  yield* print("woken:", woken.length);
  yield* semaphore.release(2);
  for (const thread of threads) yield* thread.join();
  yield* print("woken:", woken.length, "left:", yield* semaphore.acquire(false), yield* semaphore.acquire(false));
  const bounded = new threading.BoundedSemaphore(2);
  yield* bounded.acquire();
  try {
    yield* bounded.release(2);
  } catch (thrown) {
    yield* print(except(thrown, builtins.ValueError));
  }
  yield* print("left:", yield* bounded.acquire(false), yield* bounded.acquire(false));
  yield* bounded.release(2);
  const left = [yield* bounded.acquire(false), yield* bounded.acquire(false), yield* bounded.acquire(false)];
  yield* print("left:", ...left);
  try {
    yield* print(yield* bounded.release(0.5));
  } catch (thrown) {
    yield* print(except(thrown, builtins.ValueError));
  }
}
