/** The clean shutdown of a loop in another thread: cancel its tasks, wait for them, then stop it. */
import { asyncio, except, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(name: string): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } finally {
    yield* print(name, "cleans up");
  }
}

function* shut_down(): Coroutine<number> {
  const others = [...asyncio.all_tasks()].filter((task) => task !== asyncio.current_task());
  for (const task of others.toSorted((a, b) => (a.get_name() < b.get_name() ? -1 : 1))) task.cancel();
  for (const task of others) {
    try {
      yield* task;
    } catch (thrown) {
      except(thrown, asyncio.CancelledError);
    }
  }
  return others.length;
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  const futures = [];
  for (const name of ["first", "second"]) futures.push(yield* asyncio.run_coroutine_threadsafe(worker(name), loop));
  yield* print("cancelled:", yield* (yield* asyncio.run_coroutine_threadsafe(shut_down(), loop)).result());
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
  const cancelled = [];
  for (const future of futures) cancelled.push(yield* future.cancelled());
  yield* print(cancelled);
}
