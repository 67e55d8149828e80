/** Who gets a released semaphore: in 3.8 whoever comes first, in 3.9 nobody before the one who was woken, later it is handed over in order. */
import { asyncio, print, repr, type Blocking, type Coroutine } from "interloop";

const state = (semaphore: asyncio.Semaphore) => repr(semaphore).split("[")[1];

function* worker(semaphore: asyncio.Semaphore, name: unknown, steps: number, order: unknown[]): Coroutine<void> {
  yield* semaphore.with(function* () {
    order.push(name);
    for (let step = 0; step < steps; step++) yield* asyncio.sleep(0);
  });
}

function* barging(): Coroutine<void> {
  yield* print("barging");
  const semaphore = new asyncio.Semaphore(1);
  const order: unknown[] = [];
  yield* semaphore.acquire();
  const tasks = ["a", "b", "c"].map((name) => asyncio.create_task(worker(semaphore, name, 1, order)));
  yield* asyncio.sleep(0);
  yield* print(state(semaphore), semaphore.locked());
  semaphore.release();
  yield* print(state(semaphore), semaphore.locked());
  yield* worker(semaphore, "barge", 2, order);
  yield* print(state(semaphore), semaphore.locked());
  yield* asyncio.gather(...tasks);
  yield* print(order, state(semaphore));
}

function* several(): Coroutine<void> {
  yield* print("several released at once");
  const semaphore = new asyncio.Semaphore(0);
  const order: unknown[] = [];
  const tasks = ["a", "b", "c", "d"].map((name) => asyncio.create_task(worker(semaphore, name, 3, order)));
  yield* asyncio.sleep(0);
  for (let time = 0; time < 3; time++) {
    semaphore.release();
    yield* print(state(semaphore), semaphore.locked());
  }
  const late = asyncio.create_task(worker(semaphore, "late", 0, order));
  for (let step = 0; step < 5; step++) {
    yield* asyncio.sleep(0);
    yield* print(state(semaphore), order);
  }
  yield* asyncio.gather(late, ...tasks);
  yield* print(order, state(semaphore));
}

function* bounded(): Coroutine<void> {
  yield* print("two at a time");
  const semaphore = new asyncio.BoundedSemaphore(2);
  const order: unknown[] = [];
  const numbers = [0, 1, 2, 3, 4, 5, 6];
  const tasks = numbers.map((number) => asyncio.create_task(worker(semaphore, number, number % 3, order)));
  for (let step = 0; step < 4; step++) {
    yield* asyncio.sleep(0);
    yield* print(state(semaphore), order);
  }
  yield* asyncio.gather(...tasks);
  yield* print(order, state(semaphore));
}

function* crowd(): Coroutine<void> {
  yield* print("those who come before the woken one goes on");
  const semaphore = new asyncio.Semaphore(0);
  const order: unknown[] = [];
  const start = (name: string): asyncio.Task => asyncio.create_task(worker(semaphore, name, 2, order));
  const tasks = [start("a")];
  yield* asyncio.sleep(0);
  tasks.push(...["b", "c", "d"].map(start));
  for (let time = 0; time < 4; time++) semaphore.release();
  for (let step = 0; step < 4; step++) {
    yield* asyncio.sleep(0);
    yield* print(state(semaphore), order);
  }
  yield* asyncio.gather(...tasks);
  yield* print(order, state(semaphore));
}

function* main(): Coroutine<void> {
  yield* barging();
  yield* several();
  yield* crowd();
  yield* bounded();
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
