/** cancel(msg), which 3.8 does not know; of two requests before the task runs, the first one's message is delivered. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* worker(label: string): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print(label, error.args);
  }
}

function* cancel(label: string, ...requests: ((task: asyncio.Task<void>) => boolean)[]): Coroutine<void> {
  const task = asyncio.create_task(worker(label));
  yield* asyncio.sleep(0);
  for (const request of requests) request(task);
  yield* task;
}

function* main(): Coroutine<void> {
  yield* cancel("none:", (task) => task.cancel());
  try {
    yield* cancel("positional:", (task) => task.cancel("a"));
  } catch (thrown) {
    const error = except(thrown, builtins.TypeError);
    yield* print("TypeError:", error);
    return;
  }
  yield* cancel("keyword:", (task) => task.cancel("a"));
  yield* cancel("None:", (task) => task.cancel(null));
  yield* cancel("a number:", (task) => task.cancel(42));
  // prettier-ignore
  yield* cancel("two:", (task) => task.cancel("a"), (task) => task.cancel("b"));
  // prettier-ignore
  yield* cancel("message, then none:", (task) => task.cancel("a"), (task) => task.cancel());
  // prettier-ignore
  yield* cancel("none, then message:", (task) => task.cancel(), (task) => task.cancel("b"));
  const future = asyncio.get_running_loop().create_future();
  future.cancel("the future's");
  for (let times = 0; times < 2; times++) {
    try {
      future.result();
    } catch (thrown) {
      const error = except(thrown, asyncio.CancelledError);
      yield* print("future:", error.args);
    }
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
