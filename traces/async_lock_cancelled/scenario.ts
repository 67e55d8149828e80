/** Tasks cancelled while they wait for a lock: before they are woken, after, in the same iteration as the release, and all of them. */
import { asyncio, except, print, repr, type Blocking, type Coroutine } from "interloop";

type Tasks = readonly [asyncio.Task, asyncio.Task, asyncio.Task];

function* worker(lock: asyncio.Lock, name: string): Coroutine<void> {
  try {
    yield* lock.with(function* () {
      yield* print(name, "has it");
      yield* asyncio.sleep(0);
    });
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print(name, "cancelled", lock.locked());
    throw error;
  }
}

function* steps(count: number): Coroutine<void> {
  for (let step = 0; step < count; step++) yield* asyncio.sleep(0);
}

const state = (lock: asyncio.Lock) => repr(lock).split("[")[1];

function* three(label: string): Coroutine<readonly [asyncio.Lock, Tasks]> {
  yield* print(label);
  const lock = new asyncio.Lock();
  yield* lock.acquire();
  const start = (name: string): asyncio.Task => asyncio.create_task(worker(lock, name));
  const tasks = [start("a"), start("b"), start("c")] as const;
  yield* asyncio.sleep(0);
  yield* print(lock.locked(), state(lock));
  return [lock, tasks];
}

function* end(tasks: Tasks): Coroutine<void> {
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, ...tasks));
}

function* main(): Coroutine<void> {
  let [lock, tasks] = yield* three("before it is woken");
  tasks[0].cancel();
  lock.release();
  yield* end(tasks);

  [lock, tasks] = yield* three("after it was woken");
  lock.release();
  tasks[0].cancel();
  yield* end(tasks);

  [lock, tasks] = yield* three("one step later");
  lock.release();
  yield* asyncio.sleep(0);
  tasks[0].cancel();
  yield* end(tasks);

  [lock, tasks] = yield* three("all, and then it is taken at once");
  for (const task of tasks) task.cancel();
  lock.release();
  yield* print(state(lock), "taken:", yield* lock.acquire());
  yield* end(tasks);
  lock.release();

  [lock, tasks] = yield* three("woken, cancelled, and taken meanwhile by another");
  lock.release();
  tasks[0].cancel();
  tasks[1].cancel();
  tasks[2].cancel();
  yield* steps(1);
  yield* print("taken:", yield* lock.acquire(), state(lock));
  yield* end(tasks);
  lock.release();

  [lock, tasks] = yield* three("cancelled with the lock held");
  tasks[1].cancel();
  yield* steps(2);
  yield* print(state(lock));
  lock.release();
  yield* end(tasks);

  [lock, tasks] = yield* three("a timeout and the release at the same time");
  const loop = asyncio.get_running_loop();
  loop.call_later(0.01, () => {
    lock.release();
  });
  try {
    yield* print(yield* asyncio.wait_for(lock.acquire(), 0.01));
  } catch (thrown) {
    except(thrown, asyncio.TimeoutError);
    yield* print("timeout", lock.locked());
  }
  yield* end(tasks);
  yield* print(state(lock));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
