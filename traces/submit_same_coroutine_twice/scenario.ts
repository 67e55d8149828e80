/** One coroutine object submitted twice: the second task fails when it finds it in use. */
import { asyncio, builtins, except, print, repr, threading, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<number> {
  yield* asyncio.sleep(0.01);
  return 42;
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const coroutine = worker();
  const first = yield* asyncio.run_coroutine_threadsafe(coroutine, loop);
  const second = yield* asyncio.run_coroutine_threadsafe(coroutine, loop);
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  for (const future of [first, second]) {
    try {
      yield* print("result:", yield* future.result());
    } catch (thrown) {
      const error = except(thrown, builtins.RuntimeError);
      yield* print("RuntimeError:", error);
    }
  }
  const third = yield* asyncio.run_coroutine_threadsafe(coroutine, loop);
  yield* print("third:", repr(yield* third.exception()));
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
