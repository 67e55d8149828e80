/** A condition: notify wakes the first ones, who take the lock one after the other, behind those who asked for it before. */
import { asyncio, print, repr, type Blocking, type Coroutine } from "interloop";

const state = (condition: asyncio.Condition) => repr(condition).split("[")[1];

function* waiter(condition: asyncio.Condition, name: string): Coroutine<void> {
  yield* condition.with(function* () {
    yield* print(name, "waits", state(condition));
    yield* print(name, yield* condition.wait(), condition.locked());
    yield* asyncio.sleep(0);
  });
}

function* taker(condition: asyncio.Condition, name: string): Coroutine<void> {
  yield* condition.with(function* () {
    yield* print(name, "has the lock", state(condition));
  });
}

function* main(): Coroutine<void> {
  const condition = new asyncio.Condition();
  const tasks = ["a", "b", "c", "d", "e"].map((name) => asyncio.create_task(waiter(condition, name)));
  yield* asyncio.sleep(0);
  yield* condition.acquire();
  yield* print("main", state(condition));
  condition.notify(0);
  condition.notify(2);
  tasks.push(asyncio.create_task(taker(condition, "f")));
  yield* asyncio.sleep(0);
  condition.notify();
  yield* print("main releases", state(condition));
  condition.release();
  yield* asyncio.sleep(0.001);
  yield* condition.with(function* () {
    condition.notify(10);
    yield* [];
  });
  yield* asyncio.gather(...tasks);

  const items: number[] = [];
  const consumer = asyncio.create_task(consume(condition, items));
  for (let number = 0; number < 3; number++) {
    yield* asyncio.sleep(0.001);
    yield* condition.with(function* () {
      items.push(number);
      condition.notify_all();
      yield* [];
    });
  }
  yield* print(yield* consumer, state(condition));

  const lock = new asyncio.Lock();
  const [first, second] = [new asyncio.Condition(lock), new asyncio.Condition(lock)];
  yield* first.with(function* () {
    yield* print(first.locked(), second.locked(), lock.locked());
    second.notify_all();
  });
}

function* consume(condition: asyncio.Condition, items: number[]): Coroutine<unknown> {
  return yield* condition.with(function* () {
    yield* print("at once", yield* condition.wait_for(() => [1]));
    return yield* condition.wait_for(() => (items.length === 3 ? items : 0));
  });
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
