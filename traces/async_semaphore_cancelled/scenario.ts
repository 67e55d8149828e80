/** Tasks cancelled while they wait for a semaphore: before and after they were woken, with others behind them and without; 3.9 stays shut then. */
import { asyncio, except, print, repr, type Blocking, type Coroutine } from "interloop";

const state = (semaphore: asyncio.Semaphore) => repr(semaphore).split("[")[1];

function* worker(semaphore: asyncio.Semaphore, name: string): Coroutine<void> {
  try {
    yield* semaphore.acquire();
    yield* print(name, "has it", state(semaphore));
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print(name, "cancelled", state(semaphore));
    throw error;
  }
}

function* start(label: string, ...names: string[]): Coroutine<readonly [asyncio.Semaphore, asyncio.Task[]]> {
  yield* print(label);
  const semaphore = new asyncio.Semaphore(1);
  yield* semaphore.acquire();
  const tasks = names.map((name) => asyncio.create_task(worker(semaphore, name)));
  yield* asyncio.sleep(0);
  return [semaphore, tasks];
}

function* end(semaphore: asyncio.Semaphore, tasks: asyncio.Task[]): Coroutine<void> {
  for (let step = 0; step < 3; step++) {
    yield* asyncio.sleep(0);
    yield* print(
      tasks.map((task) => task.done()),
      state(semaphore),
    );
  }
  for (const task of tasks) task.cancel();
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, ...tasks), state(semaphore));
  try {
    yield* print(yield* asyncio.wait_for(semaphore.acquire(), 0.01), state(semaphore));
  } catch (thrown) {
    except(thrown, asyncio.TimeoutError);
    yield* print("shut", state(semaphore));
  }
}

function* main(): Coroutine<void> {
  let [semaphore, tasks] = yield* start("before it is woken", "a", "b", "c");
  tasks[0]?.cancel();
  semaphore.release();
  yield* end(semaphore, tasks);

  [semaphore, tasks] = yield* start("after it was woken", "a", "b", "c");
  semaphore.release();
  tasks[0]?.cancel();
  yield* print(state(semaphore));
  yield* end(semaphore, tasks);

  [semaphore, tasks] = yield* start("woken, and nobody is left", "a");
  semaphore.release();
  tasks[0]?.cancel();
  yield* end(semaphore, tasks);

  [semaphore, tasks] = yield* start("all woken, all cancelled", "a", "b", "c");
  for (const task of tasks) {
    semaphore.release();
    task.cancel();
  }
  yield* print(state(semaphore));
  yield* end(semaphore, tasks);

  [semaphore, tasks] = yield* start("cancelled first, then released as often", "a", "b", "c");
  for (const task of tasks) task.cancel();
  for (let time = 0; time < 3; time++) semaphore.release();
  yield* print(state(semaphore));
  const late = asyncio.create_task(worker(semaphore, "late"));
  yield* end(semaphore, [...tasks, late]);

  [semaphore, tasks] = yield* start("the first is cancelled, the others are woken by it", "a", "b", "c", "d");
  semaphore.release();
  semaphore.release();
  tasks[0]?.cancel();
  tasks[2]?.cancel();
  yield* print(state(semaphore));
  yield* end(semaphore, tasks);

  [semaphore, tasks] = yield* start("a timeout and the release at the same time");
  const callbacks = {
    release: (): void => {
      semaphore.release();
    },
  };
  asyncio.get_running_loop().call_later(0.01, callbacks.release);
  try {
    yield* print(yield* asyncio.wait_for(semaphore.acquire(), 0.01), state(semaphore));
  } catch (thrown) {
    except(thrown, asyncio.TimeoutError);
    yield* print("timeout", state(semaphore));
  }
  yield* end(semaphore, tasks);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
