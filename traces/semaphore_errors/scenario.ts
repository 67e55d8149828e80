/** Semaphore and BoundedSemaphore: results, errors and reprs. */
import { builtins, except, print, repr, threading, type Blocking } from "interloop";

const { OverflowError, TypeError, ValueError } = builtins;

class Turnstile extends threading.Semaphore {}

function* attempt(label: string, action: () => unknown): Blocking<void> {
  try {
    const result = action();
    const given = result instanceof threading.Semaphore ? result : yield* result as Blocking<unknown>;
    yield* print(label, given);
  } catch (thrown) {
    const error = except(thrown, [ValueError, TypeError, OverflowError]);
    yield* print(label, `${builtins.type_name(error)}:`, error);
  }
}

export default function* program(): Blocking<void> {
  yield* attempt("Semaphore(-1):", () => new threading.Semaphore(-1));
  yield* attempt("BoundedSemaphore(-1):", () => new threading.BoundedSemaphore(-1));
  yield* attempt("Semaphore('one'):", () => new threading.Semaphore("one" as never));
  const semaphore = new threading.Semaphore();
  yield* print(repr(new threading.Semaphore(3)), new threading.BoundedSemaphore(2), new Turnstile(0));
  yield* attempt("acquire:", () => semaphore.acquire());
  yield* attempt("acquire(False):", () => semaphore.acquire(false));
  yield* attempt("acquire(blocking=False):", () => semaphore.acquire(false));
  yield* attempt("acquire(False, 1):", () => semaphore.acquire(false, 1));
  yield* attempt("acquire(timeout=0.01):", () => semaphore.acquire(true, 0.01));
  yield* attempt("acquire(timeout=0):", () => semaphore.acquire(true, 0));
  yield* attempt("acquire(timeout=-1):", () => semaphore.acquire(true, -1));
  yield* attempt("acquire(timeout='a'):", () => semaphore.acquire(true, "a" as never));
  yield* attempt("acquire(timeout=10**20):", () => semaphore.acquire(true, 1e20));
  yield* attempt("release:", () => semaphore.release());
  yield* attempt("acquire(timeout='a') of a free one:", () => semaphore.acquire(true, "a" as never));
  yield* attempt("release:", () => semaphore.release());
  yield* attempt("release(2):", () => semaphore.release(2));
  yield* attempt("release(0):", () => semaphore.release(0));
  yield* attempt("release(-1):", () => semaphore.release(-1));
  yield* attempt("release('a'):", () => semaphore.release("a" as never));
  yield* print(semaphore);
  yield* semaphore.with(function* (entered) {
    yield* print("with:", entered, semaphore);
  });
  const bounded = new threading.BoundedSemaphore(2);
  yield* attempt("bounded release:", () => bounded.release());
  yield* attempt("bounded acquire:", () => bounded.acquire());
  yield* print(bounded);
  yield* attempt("bounded release(2):", () => bounded.release(2));
  yield* attempt("bounded release(0):", () => bounded.release(0));
  yield* attempt("bounded release:", () => bounded.release());
  yield* attempt("bounded release:", () => bounded.release());
  try {
    yield* bounded.with(() => bounded.release());
  } catch (thrown) {
    yield* print("released inside:", except(thrown, ValueError), bounded);
  }
}
