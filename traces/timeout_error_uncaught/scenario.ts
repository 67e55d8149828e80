/** `except asyncio.TimeoutError` around future.result(timeout), as a user writes it: uncaught before 3.11. */
import { asyncio, except, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  yield* asyncio.sleep(10);
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  yield* new threading.Thread({ target: loop.run_forever, daemon: true }).start();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), loop);
  try {
    yield* future.result(0.05);
  } catch (thrown) {
    except(thrown, asyncio.TimeoutError);
    yield* print("caught");
  }
}
