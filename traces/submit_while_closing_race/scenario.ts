/** One thread submits while the other stops and closes the loop: an error, or a submission that is lost. */
import { asyncio, builtins, concurrent, except, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<string> {
  return "value";
}

function* runner(loop: asyncio.AbstractEventLoop): Blocking<void> {
  yield* loop.run_forever();
  yield* loop.close();
}

export default function* program(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: runner, args: [loop] });
  yield* thread.start();
  yield* loop.call_soon_threadsafe(loop.stop);
  const coroutine = worker();
  try {
    const future = yield* asyncio.run_coroutine_threadsafe(coroutine, loop);
    yield* print("result:", yield* future.result(0.1));
  } catch (thrown) {
    const error = except(thrown, [concurrent.futures.TimeoutError, builtins.RuntimeError]);
    if (error instanceof concurrent.futures.TimeoutError) yield* print("lost: no result");
    else yield* print("RuntimeError:", error);
  }
  coroutine.return("");
  yield* thread.join();
}
