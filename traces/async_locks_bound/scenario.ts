/** To which loop locks belong: up to 3.9 to that of their making, later to the first in which somebody had to wait; free ones belong to none. */
import { asyncio, builtins, except, print, str, type Blocking, type Coroutine } from "interloop";

type Made = readonly [asyncio.Lock, asyncio.Semaphore, asyncio.Event, asyncio.Condition];

const told = (thrown: unknown) => str(except(thrown, builtins.RuntimeError)).split("future").at(-1)?.split(">").at(-1);

function* contended(what: string, lock: asyncio.Lock | asyncio.Semaphore): Coroutine<void> {
  yield* lock.acquire();
  const waiting = asyncio.create_task(lock.acquire());
  yield* asyncio.sleep(0);
  lock.release();
  try {
    yield* print(what, "contended:", yield* waiting);
    lock.release();
  } catch (thrown) {
    yield* print(what, "contended:", "RuntimeError", told(thrown));
  }
}

function* event_wait(event: asyncio.Event): Coroutine<void> {
  const task = asyncio.create_task(event.wait());
  yield* asyncio.sleep(0);
  event.set();
  try {
    yield* print("event", yield* task);
  } catch (thrown) {
    yield* print("event", "RuntimeError", told(thrown));
  }
  event.clear();
}

function* condition_wait(condition: asyncio.Condition): Coroutine<void> {
  function* waiter(): Coroutine<boolean> {
    return yield* condition.with(() => condition.wait());
  }

  const task = asyncio.create_task(waiter());
  yield* asyncio.sleep(0);
  yield* condition.with(function* () {
    condition.notify();
    yield* [];
  });
  try {
    yield* print("condition", yield* task);
  } catch (thrown) {
    yield* print("condition", "RuntimeError", told(thrown));
  }
  yield* print(condition.locked());
}

function* free(lock: asyncio.Lock, semaphore: asyncio.Semaphore): Coroutine<void> {
  yield* lock.with(() =>
    semaphore.with(function* () {
      yield* print("free:", lock.locked(), semaphore.locked());
    }),
  );
}

function* main(...[lock, semaphore, event, condition]: Made): Coroutine<void> {
  yield* free(lock, semaphore);
  yield* contended("lock", lock);
  yield* contended("semaphore", semaphore);
  yield* event_wait(event);
  yield* condition_wait(condition);
  yield* print(lock.locked(), semaphore.locked(), event.is_set());
}

export default function* program(): Blocking<void> {
  asyncio.set_event_loop(asyncio.new_event_loop());
  const made = [new asyncio.Lock(), new asyncio.Semaphore(), new asyncio.Event(), new asyncio.Condition()] as const;
  const unused = asyncio.get_event_loop();
  for (let time = 0; time < 2; time++) yield* asyncio.run(main(...made));
  yield* unused.close();
}
