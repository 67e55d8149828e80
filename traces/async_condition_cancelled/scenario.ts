/** Waiting for a condition, cancelled: before it is notified, after (3.13 passes the notification on), and while it takes the lock again. */
import { asyncio, except, print, repr, type Blocking, type Coroutine } from "interloop";

type Tasks = readonly [asyncio.Task, ...asyncio.Task[]];

const state = (condition: asyncio.Condition) => repr(condition).split("[")[1];

function* waiter(condition: asyncio.Condition, name: string): Coroutine<void> {
  try {
    yield* condition.with(function* () {
      yield* print(name, yield* condition.wait());
    });
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print(name, repr(error), "context:", repr(error.__context__), state(condition));
    throw error;
  }
}

function* start(label: string, names: readonly [string, ...string[]]): Coroutine<readonly [asyncio.Condition, Tasks]> {
  yield* print(label);
  const condition = new asyncio.Condition();
  const [first, ...others] = names;
  const begin = (name: string): asyncio.Task => asyncio.create_task(waiter(condition, name));
  const tasks = [begin(first), ...others.map(begin)] as const;
  yield* asyncio.sleep(0);
  yield* condition.acquire();
  return [condition, tasks];
}

function* end(condition: asyncio.Condition, tasks: Tasks): Coroutine<void> {
  yield* print(state(condition));
  for (let step = 0; step < 4; step++) yield* asyncio.sleep(0);
  const left = tasks.map((task) => task.done());
  yield* print("left:", left, state(condition));
  yield* condition.with(function* () {
    condition.notify_all();
    yield* [];
  });
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, ...tasks));
}

function* main(): Coroutine<void> {
  let [condition, tasks] = yield* start("before it is notified", ["a", "b"]);
  tasks[0].cancel();
  condition.notify();
  condition.release();
  yield* end(condition, tasks);

  [condition, tasks] = yield* start("after it was notified", ["a", "b"]);
  condition.notify();
  tasks[0].cancel();
  condition.release();
  yield* end(condition, tasks);

  [condition, tasks] = yield* start("while it takes the lock again", ["a", "b"]);
  condition.notify();
  yield* asyncio.sleep(0);
  yield* asyncio.sleep(0);
  yield* print(state(condition), tasks[0].cancel());
  yield* asyncio.sleep(0);
  yield* print(state(condition), tasks[0].done());
  condition.release();
  yield* end(condition, tasks);

  [condition, tasks] = yield* start("twice: while it waits, and while it takes the lock again", ["a", "b"]);
  tasks[0].cancel();
  yield* asyncio.sleep(0);
  yield* asyncio.sleep(0);
  tasks[0].cancel();
  yield* asyncio.sleep(0);
  yield* print(state(condition), tasks[0].done());
  condition.release();
  yield* end(condition, tasks);

  [condition, tasks] = yield* start("given the lock, and cancelled before it runs", ["a", "b"]);
  condition.notify();
  yield* asyncio.sleep(0);
  condition.release();
  yield* print(tasks[0].cancel(), state(condition));
  yield* end(condition, tasks);

  [condition, tasks] = yield* start("the last one to be notified", ["a"]);
  condition.notify();
  tasks[0].cancel();
  condition.release();
  yield* end(condition, tasks);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
