/** future.result with a timeout of zero or below asks once; a later result() still gets the value. */
import { asyncio, concurrent, except, print, repr, threading, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<number> {
  yield* asyncio.sleep(0.05);
  return 42;
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), loop);
  for (const timeout of [0, -1]) {
    try {
      yield* future.result(timeout);
    } catch (thrown) {
      const error = except(thrown, concurrent.futures.TimeoutError);
      yield* print(timeout, repr(error), error.args);
    }
  }
  yield* print("result:", yield* future.result(5), yield* future.result(0));
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
