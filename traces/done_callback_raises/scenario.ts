/** A callback of the returned future raises: it is logged, and the next callback runs. */
import { asyncio, builtins, print, threading, type Blocking, type concurrent, type Coroutine } from "interloop";

function fails(_future: concurrent.futures.Future<number>): void {
  throw new builtins.ValueError("callback failed");
}

function* succeeds(future: concurrent.futures.Future<number>): Blocking<void> {
  yield* print("next callback:", yield* future.result());
}

function* worker(): Coroutine<number> {
  yield* asyncio.sleep(0.05);
  return 42;
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), loop);
  yield* future.add_done_callback(fails);
  yield* future.add_done_callback(succeeds);
  const result = yield* future.result();
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* print("result:", result);
  yield* loop.close();
}
