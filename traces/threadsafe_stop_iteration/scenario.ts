/** A submitted coroutine raises StopIteration, SystemExit, or another BaseException. */
import { asyncio, builtins, except, print, repr, threading, type Blocking, type Coroutine } from "interloop";

class Abort extends builtins.BaseException {}

function* raises(error: builtins.BaseException): Coroutine<void> {
  throw error;
}

function* submit(loop: asyncio.AbstractEventLoop, error: builtins.BaseException): Blocking<void> {
  const future = yield* asyncio.run_coroutine_threadsafe(raises(error), loop);
  try {
    yield* future.result(0.5);
  } catch (thrown) {
    const caught = except(thrown, builtins.BaseException);
    yield* print(error.name, "->", repr(caught), "cause:", repr(caught.__cause__));
  }
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  yield* submit(loop, new builtins.StopIteration("stop"));
  yield* submit(loop, new Abort("abort"));
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
