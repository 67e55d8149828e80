/** Tasks cancelled while they put or get: before and after they were woken, with others behind them; and a timeout at the same instant. */
import { asyncio, except, print, type Blocking, type Coroutine } from "interloop";

type User = (queue: asyncio.Queue, name: string) => Coroutine<void>;

function* getter(queue: asyncio.Queue, name: string): Coroutine<void> {
  try {
    yield* print(name, "got", yield* queue.get());
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print(name, "cancelled", queue);
    throw error;
  }
}

function* putter(queue: asyncio.Queue, name: string): Coroutine<void> {
  try {
    yield* queue.put(name);
    yield* print(name, "put", queue);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print(name, "cancelled", queue);
    throw error;
  }
}

function* start(label: string, queue: asyncio.Queue, user: User): Coroutine<asyncio.Task[]> {
  yield* print(label);
  const tasks = ["a", "b", "c"].map((name) => asyncio.create_task(user(queue, name)));
  yield* asyncio.sleep(0);
  yield* print(queue);
  return tasks;
}

function* end(queue: asyncio.Queue, tasks: asyncio.Task[]): Coroutine<void> {
  for (let step = 0; step < 3; step++) {
    yield* asyncio.sleep(0);
    yield* print(
      tasks.map((task) => task.done()),
      queue,
    );
  }
  for (const task of tasks) task.cancel();
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, ...tasks), queue);
}

function* getters(): Coroutine<void> {
  let queue = new asyncio.Queue();
  let tasks = yield* start("getter, before it is woken", queue, getter);
  tasks[0]?.cancel();
  queue.put_nowait(1);
  yield* end(queue, tasks);

  queue = new asyncio.Queue();
  tasks = yield* start("getter, after it was woken", queue, getter);
  queue.put_nowait(1);
  tasks[0]?.cancel();
  yield* end(queue, tasks);

  queue = new asyncio.Queue();
  tasks = yield* start("getter, woken, cancelled and robbed", queue, getter);
  queue.put_nowait(1);
  tasks[0]?.cancel();
  yield* print(queue.get_nowait(), queue);
  yield* end(queue, tasks);

  queue = new asyncio.Queue();
  tasks = yield* start("all getters", queue, getter);
  queue.put_nowait(1);
  queue.put_nowait(2);
  for (const task of tasks) task.cancel();
  yield* end(queue, tasks);
}

function* putters(): Coroutine<void> {
  let queue = new asyncio.Queue(1);
  queue.put_nowait(0);
  let tasks = yield* start("putter, before it is woken", queue, putter);
  tasks[0]?.cancel();
  yield* print(queue.get_nowait(), queue);
  yield* end(queue, tasks);

  queue = new asyncio.Queue(1);
  queue.put_nowait(0);
  tasks = yield* start("putter, after it was woken", queue, putter);
  yield* print(queue.get_nowait(), queue);
  tasks[0]?.cancel();
  yield* end(queue, tasks);

  queue = new asyncio.Queue(1);
  queue.put_nowait(0);
  tasks = yield* start("putter, woken, cancelled and robbed", queue, putter);
  yield* print(queue.get_nowait(), queue);
  tasks[0]?.cancel();
  queue.put_nowait("robber");
  yield* end(queue, tasks);
}

function* joined(): Coroutine<void> {
  const queue = new asyncio.Queue();
  queue.put_nowait(0);
  const tasks = [asyncio.create_task(queue.join()), asyncio.create_task(queue.join())] as const;
  yield* asyncio.sleep(0);
  tasks[0].cancel();
  queue.task_done();
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, ...tasks), queue);
}

function* timeout(): Coroutine<void> {
  const queue = new asyncio.Queue(1);
  const loop = asyncio.get_running_loop();
  const callbacks = {
    put_nowait: (item: string): void => {
      queue.put_nowait(item);
    },
    get_nowait: (): void => {
      queue.get_nowait();
    },
  };
  loop.call_later(0.01, callbacks.put_nowait, "item");
  try {
    yield* print(yield* asyncio.wait_for(queue.get(), 0.01), queue);
  } catch (thrown) {
    except(thrown, asyncio.TimeoutError);
    yield* print("timeout", queue);
  }
  if (queue.empty()) queue.put_nowait("other");
  loop.call_later(0.01, callbacks.get_nowait);
  try {
    yield* print(yield* asyncio.wait_for(queue.put("second"), 0.01), queue);
  } catch (thrown) {
    except(thrown, asyncio.TimeoutError);
    yield* print("timeout", queue);
  }
}

function* main(): Coroutine<void> {
  yield* getters();
  yield* putters();
  yield* joined();
  yield* timeout();
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
