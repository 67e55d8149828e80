/** Lock and RLock: results and errors. */
import { builtins, except, print, threading, type Blocking } from "interloop";

const { OverflowError, RuntimeError, TypeError, ValueError } = builtins;

function* attempt(label: string, action: () => Blocking<unknown>): Blocking<void> {
  try {
    yield* print(label, yield* action());
  } catch (thrown) {
    const error = except(thrown, [RuntimeError, ValueError, TypeError, OverflowError]);
    yield* print(label, `${builtins.type_name(error)}:`, error);
  }
}

function* in_thread(rlock: threading.RLock): Blocking<void> {
  yield* attempt("RLock released by another thread:", () => rlock.release());
  yield* attempt("RLock acquire(False) in another thread:", () => rlock.acquire(false));
}

export default function* program(): Blocking<void> {
  const lock = new threading.Lock();
  yield* attempt("release unlocked:", () => lock.release());
  yield* attempt("acquire:", () => lock.acquire());
  yield* attempt("locked:", () => lock.locked());
  yield* attempt("acquire(False):", () => lock.acquire(false));
  yield* attempt("acquire(timeout=0.01):", () => lock.acquire(true, 0.01));
  yield* attempt("acquire(False, 1):", () => lock.acquire(false, 1));
  yield* attempt("acquire(True, -2):", () => lock.acquire(true, -2));
  yield* attempt("release:", () => lock.release());
  yield* lock.with(function* (entered) {
    yield* print("with:", entered, yield* lock.locked());
  });
  yield* print("after with:", yield* lock.locked());
  const rlock = new threading.RLock();
  yield* attempt("RLock release:", () => rlock.release());
  yield* attempt("RLock acquire:", () => rlock.acquire());
  yield* attempt("RLock acquire again:", () => rlock.acquire());
  yield* attempt("RLock acquire(blocking=False):", () => rlock.acquire(false));
  const thread = new threading.Thread({ target: in_thread, args: [rlock] });
  yield* thread.start();
  yield* thread.join();
  for (let time = 0; time < 3; time++) yield* attempt("RLock release:", () => rlock.release());
  yield* attempt("RLock release too often:", () => rlock.release());
}
