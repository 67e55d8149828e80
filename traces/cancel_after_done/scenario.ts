/** cancel() after the coroutine has finished does nothing and says so. */
import { asyncio, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<number> {
  return 42;
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), loop);
  yield* print("result:", yield* future.result());
  yield* print(
    ...["cancel:", yield* future.cancel(), "cancelled:", yield* future.cancelled()],
    ...["result:", yield* future.result()],
  );
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
