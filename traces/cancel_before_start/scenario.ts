/** The submitter cancels before the loop has looked at the submission; the coroutine's first step may still run. */
import { asyncio, except, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  yield* print("worker: first step");
  try {
    yield* asyncio.sleep(0.05);
    yield* print("worker: not cancelled");
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("worker: cancelled");
    throw error;
  }
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), loop);
  yield* print(
    ...["cancel:", yield* future.cancel(), "running:", yield* future.running()],
    ...["done:", yield* future.done()],
  );
  loop.call_later(0.1, loop.stop);
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  yield* thread.join();
  yield* print("cancelled:", yield* future.cancelled(), "tasks left:", asyncio.all_tasks(loop).size);
  yield* loop.close();
}
