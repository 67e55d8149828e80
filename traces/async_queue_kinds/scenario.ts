/** The order of the three kinds of queues, queues of one's own, and the errors of wrong use. */
import { asyncio, builtins, except, print, repr, tuple, type Blocking, type Coroutine } from "interloop";

class Counting<T> extends asyncio.Queue<T> {
  declare puts: number;

  protected override _init(maxsize: number): void {
    super._init(maxsize);
    this.puts = 0;
  }

  protected override _put(item: T): void {
    this.puts++;
    super._put(item);
  }

  protected override _get(): T {
    return this._queue.pop() as T;
  }
}

function* order(queue: asyncio.Queue<number>, items: readonly [number, ...number[]]): Coroutine<void> {
  for (const item of items) yield* queue.put(item);
  yield* print(queue);
  const got = [queue.get_nowait(), queue.get_nowait(), queue.get_nowait()];
  queue.put_nowait(items[0]);
  while (!queue.empty()) got.push(yield* queue.get());
  yield* print(queue.constructor.name, got);
}

function* attempt(label: string, call: () => unknown): Coroutine<void> {
  try {
    let result = call();
    if (asyncio.iscoroutine(result)) result = yield* result as Coroutine<unknown>;
    yield* print(label, result);
  } catch (thrown) {
    yield* print(label, repr(except(thrown, builtins.Exception)));
  }
}

function* main(): Coroutine<void> {
  for (const cls of [asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue, Counting]) {
    yield* order(new cls<number>(), [4, 1, 3, 5, 2]);
  }
  const counting = new Counting(5);
  yield* counting.put(1);
  yield* print(counting.puts, counting);
  const pairs = new asyncio.PriorityQueue<readonly unknown[]>();
  for (let number = 0; number < 6; number++) pairs.put_nowait(tuple(number % 2, `item ${String(number)}`));
  yield* print([0, 1, 2, 3, 4, 5].map(() => pairs.get_nowait()));
  pairs.put_nowait(tuple(1, "text"));
  yield* attempt("mixed:", () => {
    pairs.put_nowait(tuple(1, 2));
  });
  yield* attempt("mixed:", () => pairs.put(tuple(1, 3)));
  yield* print(pairs.qsize(), pairs);

  let queue = new asyncio.Queue<unknown>(1);
  yield* attempt("get:", () => queue.get_nowait());
  yield* attempt("put:", () => {
    queue.put_nowait(1);
  });
  yield* attempt("put:", () => {
    queue.put_nowait(2);
  });
  yield* attempt("done:", () => {
    queue.task_done();
  });
  yield* attempt("done again:", () => {
    queue.task_done();
  });
  yield* attempt("join:", () => queue.join());
  yield* attempt("shutdown of none:", () => {
    new asyncio.LifoQueue().shutdown();
  });
  for (const maxsize of [0, -1, 1]) {
    queue = new asyncio.Queue(maxsize);
    const before = queue.full();
    queue.put_nowait(null);
    yield* print(queue.maxsize, before, queue.full(), queue);
  }
  yield* print(queue, yield* queue.get());
  const task = asyncio.create_task(queue.get());
  yield* asyncio.sleep(0);
  yield* print(task, new asyncio.QueueEmpty() instanceof builtins.Exception, asyncio.QueueFull);
  queue.put_nowait("end");
  yield* print(yield* task);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
