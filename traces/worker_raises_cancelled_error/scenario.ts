/** A submitted coroutine raises CancelledError by itself, asyncio's or that of concurrent.futures. */
import { asyncio, type builtins, concurrent, except, print, threading, type Blocking, type Coroutine } from "interloop";

function* raises(error: builtins.BaseException): Coroutine<void> {
  throw error;
}

function* submit(loop: asyncio.AbstractEventLoop, error: builtins.BaseException): Blocking<void> {
  const future = yield* asyncio.run_coroutine_threadsafe(raises(error), loop);
  try {
    yield* future.result();
  } catch (thrown) {
    const caught = except(thrown, [concurrent.futures.CancelledError, asyncio.CancelledError]);
    const kind = caught instanceof concurrent.futures.CancelledError ? "concurrent" : "asyncio";
    yield* print(
      ...[kind, "CancelledError", caught.args, caught === error],
      ...["cancelled:", yield* future.cancelled()],
    );
  }
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  yield* submit(loop, new asyncio.CancelledError("from asyncio"));
  yield* submit(loop, new concurrent.futures.CancelledError("from concurrent.futures"));
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
