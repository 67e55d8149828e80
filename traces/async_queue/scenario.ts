/** A queue with room for two: producers and consumers, join and task_done, what wakes whom, and how it reads. */
import { asyncio, print, repr, str, type Blocking, type Coroutine } from "interloop";

const state = (queue: asyncio.Queue<string>) => str(queue).replace(/^\S+ (.*)>$/s, "$1");

function* producer(queue: asyncio.Queue<string>, name: string, count: number): Coroutine<void> {
  for (let number = 0; number < count; number++) {
    yield* queue.put(`${name}${String(number)}`);
    yield* print("put", `${name}${String(number)}`, state(queue));
  }
}

function* consumer(queue: asyncio.Queue<string>, name: string): Coroutine<void> {
  for (;;) {
    const item = yield* queue.get();
    yield* print(name, "got", item, state(queue));
    for (let step = 0; step < 3; step++) yield* asyncio.sleep(0);
    queue.task_done();
  }
}

function* main(): Coroutine<void> {
  let queue = new asyncio.Queue<string>(2);
  yield* print(queue.maxsize, queue.qsize(), queue.empty(), queue.full(), repr(queue).slice(0, 10), queue);
  const consumers = ["x", "y"].map((name) => asyncio.create_task(consumer(queue, name)));
  yield* asyncio.sleep(0);
  yield* print(queue);
  const producers = ["a", "b", "c"].map((name) => asyncio.create_task(producer(queue, name, 3)));
  yield* asyncio.gather(...producers);
  yield* print(queue.qsize(), queue.empty(), queue.full(), queue);
  yield* queue.join();
  yield* print("joined", queue);
  for (const task of consumers) task.cancel();
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, ...consumers), queue);
  yield* queue.join();

  // An item is not reserved for the one who was woken.
  queue = new asyncio.Queue();
  const getters = [1, 2, 3].map(() => asyncio.create_task(queue.get()));
  yield* asyncio.sleep(0);
  queue.put_nowait("first");
  yield* print("stolen:", queue.get_nowait(), queue);
  yield* asyncio.sleep(0);
  for (const item of "abc") queue.put_nowait(item);
  yield* print(yield* asyncio.gather(...getters), queue);

  // Nor is room.
  const small = new asyncio.Queue<string | number>(1);
  small.put_nowait("full");
  const putters = [0, 1, 2].map((number) => asyncio.create_task(small.put(number)));
  yield* asyncio.sleep(0);
  yield* print(small.get_nowait(), small);
  small.put_nowait("barge");
  const got = [];
  for (let time = 0; time < 4; time++) got.push(yield* small.get());
  yield* print(got, small, yield* asyncio.gather(...putters));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
