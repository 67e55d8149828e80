/** How futures, tasks and handles print themselves where no address is shown. */
import { asyncio, builtins, print, tuple, type Blocking, type Coroutine } from "interloop";

function callback(): void {
  // pass
}

function other(_future: asyncio.Future): void {
  // pass
}

/** Python's 3.0, which JavaScript does not tell from 3. */
const three = { __repr__: () => "3.0" };

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future();
  yield* print(future);
  future.add_done_callback(callback);
  yield* print(future);
  future.add_done_callback(other);
  yield* print(future);
  future.add_done_callback(callback);
  future.add_done_callback(other);
  yield* print(future);
  future.set_result([1, "two", three, null, tuple(4), { five: true }]);
  yield* print(future);
  const long = loop.create_future();
  long.set_result("x".repeat(100));
  yield* print(long);
  const failed = loop.create_future();
  failed.set_exception(new builtins.ValueError("v", 1));
  yield* print(failed, failed.exception());
  const cancelled = loop.create_future();
  cancelled.cancel();
  yield* print(cancelled);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
