/** Wrong use of locks, events, conditions and semaphores; and how all of them read. */
import { asyncio, builtins, except, print, raise, repr, type Blocking, type Coroutine } from "interloop";

class MyLock extends asyncio.Lock {}

function* attempt(label: string, call: () => unknown): Coroutine<void> {
  try {
    let result = call();
    if (asyncio.iscoroutine(result)) result = yield* result as Coroutine<unknown>;
    yield* print(label, result);
  } catch (thrown) {
    yield* print(label, repr(except(thrown, builtins.Exception)));
  }
}

function* release_twice(lock: asyncio.Lock): Coroutine<void> {
  yield* lock.with(function* () {
    lock.release();
    yield* [];
  });
}

function* raise_and_release(lock: asyncio.Lock): Coroutine<void> {
  try {
    yield* lock.with(function* (): Coroutine<void> {
      yield* [];
      lock.release();
      raise(new builtins.KeyError("body"));
    });
  } catch (thrown) {
    const error = except(thrown, builtins.RuntimeError);
    yield* print(repr(error), "context:", repr(error.__context__));
  }
}

function* main(): Coroutine<void> {
  const [lock, event, condition] = [new asyncio.Lock(), new asyncio.Event(), new asyncio.Condition()];
  const [semaphore, bounded] = [new asyncio.Semaphore(3), new asyncio.BoundedSemaphore(2)];
  yield* print(lock, event, condition, semaphore, bounded, new MyLock());
  yield* print(yield* lock.acquire(), yield* semaphore.acquire(), yield* condition.acquire());
  event.set();
  yield* print(lock, event, condition, semaphore);
  yield* attempt("lock release", () => {
    lock.release();
  });
  yield* attempt("lock release again", () => {
    lock.release();
  });
  yield* attempt("condition release", () => {
    condition.release();
  });
  yield* attempt("condition release again", () => {
    condition.release();
  });
  yield* attempt("wait", () => condition.wait());
  yield* attempt("wait_for true", () => condition.wait_for(() => 5));
  yield* attempt("wait_for false", () => condition.wait_for(() => false));
  yield* attempt("notify", () => {
    condition.notify();
  });
  yield* attempt("notify_all", () => {
    condition.notify_all();
  });
  yield* attempt("negative", () => new asyncio.Semaphore(-1));
  yield* attempt("negative, bounded", () => new asyncio.BoundedSemaphore(-1));
  yield* attempt("zero", () => new asyncio.Semaphore(0).locked());
  yield* attempt("bounded release", () => {
    bounded.release();
  });
  yield* attempt("semaphore release", () => {
    semaphore.release();
  });
  yield* attempt("semaphore release again", () => {
    semaphore.release();
  });
  yield* print(semaphore);
  yield* attempt("released within", () => release_twice(lock));
  yield* raise_and_release(lock);
  const another = new asyncio.Condition(lock);
  yield* another.with(function* () {
    yield* print(lock.locked(), another);
  });
  const task = asyncio.create_task(event.wait());
  const other = asyncio.create_task(lock.acquire());
  yield* print(yield* asyncio.gather(task, other));
  yield* print(task, other);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
