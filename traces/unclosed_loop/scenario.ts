/** A loop that is never closed: nothing is said by default. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<number> {
  return 42;
}

export default function* program(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  yield* print(yield* loop.run_until_complete(main()));
  // Here the Python program deletes the variable.
  yield* print("end");
}
