/** The documented use of run_coroutine_threadsafe: one worker in another thread's loop, one in our own. */
import { asyncio, print, repr, threading, tuple, type Blocking, type Coroutine } from "interloop";

function* worker(name: string, delay: number): Coroutine<readonly [string, number]> {
  yield* print(`Start ${name}; delay: ${repr(delay)}; thread: ${threading.current_thread().name}`);
  const result = yield* asyncio.sleep(delay, delay);
  yield* print(`Done ${name}; result: ${repr(result)}; thread: ${threading.current_thread().name}`);
  return tuple(name, result);
}

function* main(new_loop: asyncio.AbstractEventLoop): Coroutine<void> {
  const future = yield* asyncio.run_coroutine_threadsafe(worker("Thread", 1), new_loop);
  const task = asyncio.create_task(worker("Task", 1.5));
  yield* task;
  yield* print("Results:");
  yield* print(task.result());
  yield* print(yield* future.result());
  yield* new_loop.call_soon_threadsafe(new_loop.stop);
}

export default function* program(): Blocking<void> {
  const new_loop = asyncio.new_event_loop();
  yield* new threading.Thread({ target: new_loop.run_forever }).start();
  yield* asyncio.run(main(new_loop));
}
