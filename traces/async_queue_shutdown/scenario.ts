/** A queue is shut down: what waits is woken, what is left can be taken out, or is thrown away at once (3.13 and later). */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* user(name: string, coro: Coroutine<unknown>): Coroutine<void> {
  try {
    yield* print(name, yield* coro);
  } catch (thrown) {
    const error = except(thrown, [asyncio.QueueShutDown, asyncio.CancelledError]);
    const cancelled = error instanceof asyncio.CancelledError;
    yield* print(name, cancelled ? "cancelled" : repr(error));
    if (cancelled) throw error;
  }
}

type Call = "put_nowait" | "get_nowait" | "task_done";

function* attempt(queue: asyncio.Queue, call: Call): Coroutine<void> {
  try {
    const calls = {
      put_nowait: () => {
        queue.put_nowait("c");
      },
      get_nowait: () => queue.get_nowait(),
      task_done: () => {
        queue.task_done();
      },
    };
    const result: unknown = calls[call]();
    yield* print(call, result);
  } catch (thrown) {
    const expected = [asyncio.QueueShutDown, asyncio.QueueEmpty, asyncio.QueueFull, builtins.ValueError];
    yield* print(call, repr(except(thrown, expected)));
  }
}

function* filled(immediate: boolean): Coroutine<void> {
  const queue = new asyncio.Queue<string | number>(2);
  queue.put_nowait("a");
  queue.put_nowait("b");
  const tasks = [0, 1].map((number) => asyncio.create_task(user(`put ${String(number)}`, queue.put(number))));
  tasks.push(asyncio.create_task(user("join", queue.join())));
  yield* asyncio.sleep(0);
  yield* print(queue);
  tasks[0]?.cancel();
  queue.shutdown(immediate);
  yield* print(queue);
  yield* attempt(queue, "put_nowait");
  yield* user("put", queue.put("c"));
  yield* asyncio.sleep(0);
  yield* attempt(queue, "get_nowait");
  yield* user("get", queue.get());
  yield* attempt(queue, "get_nowait");
  yield* user("get", queue.get());
  yield* attempt(queue, "task_done");
  yield* attempt(queue, "task_done");
  yield* attempt(queue, "task_done");
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, ...tasks), queue);
  queue.shutdown();
  yield* print(queue);
}

function* empty(queue: asyncio.Queue): Coroutine<void> {
  const tasks = [0, 1, 2].map((number) => asyncio.create_task(user(`get ${String(number)}`, queue.get())));
  yield* asyncio.sleep(0);
  queue.put_nowait("item");
  queue.shutdown();
  yield* print(queue);
  tasks[1]?.cancel();
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, ...tasks), queue);
}

function* main(): Coroutine<void> {
  for (const immediate of [false, true]) {
    yield* print("immediate:", immediate);
    yield* filled(immediate);
  }
  for (const cls of [asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue]) yield* empty(new cls(1));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
