/** A lock that another thread releases; acquire with a timeout that is long enough and one that is not. */
import { print, threading, time, type Blocking } from "interloop";

function* releases(lock: threading.Lock): Blocking<void> {
  yield* time.sleep(0.05);
  yield* print("releasing");
  yield* lock.release();
}

export default function* program(): Blocking<void> {
  const lock = new threading.Lock();
  yield* lock.acquire();
  const thread = new threading.Thread({ target: releases, args: [lock] });
  yield* thread.start();
  yield* print("too short:", yield* lock.acquire(true, 0.01));
  yield* print("long enough:", yield* lock.acquire(true, 5));
  yield* thread.join();
}
