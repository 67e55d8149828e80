/** A submission to a stopped loop waits until the loop runs again. */
import { asyncio, concurrent, except, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<number> {
  yield* print("worker runs");
  return 42;
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  loop.call_soon(loop.stop);
  yield* loop.run_forever();
  yield* print("running:", loop.is_running(), "closed:", loop.is_closed());
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), loop);
  try {
    yield* future.result(0.05);
  } catch (thrown) {
    except(thrown, concurrent.futures.TimeoutError);
    yield* print("no result: the loop does not run");
  }
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  yield* print("result:", yield* future.result());
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
