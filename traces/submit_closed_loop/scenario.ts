/** A submission to a closed loop raises, and the coroutine is dropped without having been awaited. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  yield* print("worker runs");
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  yield* loop.close();
  try {
    yield* asyncio.run_coroutine_threadsafe(worker(), loop);
  } catch (thrown) {
    const error = except(thrown, builtins.RuntimeError);
    yield* print("RuntimeError:", error);
  }
  yield* print("end");
}
