/** task.cancel() from a foreign thread does not wake the loop; through call_soon_threadsafe it does. */
import { asyncio, except, print, threading, time, type Blocking, type Coroutine } from "interloop";

function* worker(order: string[]): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    order.push("cancelled");
  }
}

function* foreign(task: asyncio.Task<void>, order: string[]): Blocking<void> {
  yield* time.sleep(0.05);
  task.cancel();
  order.push("cancel() called");
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const order: string[] = [];
  const task = asyncio.create_task(worker(order));
  loop.call_later(0.2, () => order.push("timer"));
  yield* new threading.Thread({ target: foreign, args: [task, order] }).start();
  yield* task;
  yield* print(order);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
