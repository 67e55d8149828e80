/** A lock goes to the tasks in the order in which they asked; who was woken cannot be overtaken, though the lock reads as free. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* worker(lock: asyncio.Lock, name: string, steps: number): Coroutine<void> {
  yield* print(name, "asks", lock.locked());
  yield* lock.with(function* () {
    yield* print(name, "has it", lock.locked());
    for (let step = 0; step < steps; step++) yield* asyncio.sleep(0);
  });
  yield* print(name, "released", lock.locked());
}

function* again(lock: asyncio.Lock): Coroutine<void> {
  for (let number = 0; number < 2; number++) {
    yield* print("again", number, yield* lock.acquire());
    lock.release();
    yield* print("again", number, "released", lock.locked());
  }
}

function* main(): Coroutine<void> {
  const lock = new asyncio.Lock();
  const workers = [["a", 2] as const, ["b", 0] as const, ["c", 1] as const];
  const tasks = workers.map(([name, steps]) => asyncio.create_task(worker(lock, name, steps)));
  for (let step = 0; step < 4; step++) {
    yield* asyncio.sleep(0);
    yield* print("main sees", lock.locked());
  }
  yield* lock.with(function* () {
    yield* print("main has it");
  });
  yield* asyncio.gather(...tasks);

  yield* lock.acquire();
  const [first, second] = [asyncio.create_task(again(lock)), asyncio.create_task(again(lock))];
  yield* asyncio.sleep(0);
  lock.release();
  yield* print("main released", lock.locked());
  yield* print("main again", yield* lock.acquire());
  lock.release();
  yield* asyncio.gather(first, second);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
