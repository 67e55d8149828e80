/** main cancels itself: asyncio.run raises CancelledError, which `except Exception` does not catch. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<void> {
  asyncio.current_task()?.cancel();
  yield* print("still running");
  yield* asyncio.sleep(0);
  yield* print("never printed");
}

export default function* program(): Blocking<void> {
  try {
    yield* asyncio.run(main());
  } catch (thrown) {
    const error = except(thrown, [builtins.Exception, asyncio.CancelledError]);
    if (error instanceof builtins.Exception) yield* print("an Exception:", repr(error));
    else yield* print("a CancelledError:", repr(error));
  }
}
