/** Cancelling the task that awaits a wrapped future cancels the coroutine in the other loop as well. */
import { asyncio, type concurrent, except, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(started: threading.Event, finished: threading.Event, seen: string[]): Coroutine<void> {
  yield* started.set();
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    seen.push("cancelled");
    throw error;
  } finally {
    yield* finished.set();
  }
}

function* waiter(future: concurrent.futures.Future<void>): Coroutine<void> {
  try {
    yield* asyncio.wrap_future(future);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("waiter: cancelled");
    throw error;
  }
}

function* main(new_loop: asyncio.AbstractEventLoop): Coroutine<void> {
  const started = new threading.Event();
  const finished = new threading.Event();
  const seen: string[] = [];
  const future = yield* asyncio.run_coroutine_threadsafe(worker(started, finished, seen), new_loop);
  const task = asyncio.create_task(waiter(future));
  yield* started.wait();
  yield* asyncio.sleep(0.02);
  yield* print("cancel:", task.cancel(), "future cancelled:", yield* future.cancelled());
  try {
    yield* task;
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    yield* print("main: the waiter is cancelled;", "future cancelled:", yield* future.cancelled());
  }
  yield* finished.wait();
  yield* print("worker:", seen);
}

export default function* program(): Blocking<void> {
  const new_loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: new_loop.run_forever });
  yield* thread.start();
  yield* asyncio.run(main(new_loop));
  yield* new_loop.call_soon_threadsafe(new_loop.stop);
  yield* thread.join();
  yield* new_loop.close();
}
