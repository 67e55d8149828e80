/** A future is given an exception that nobody looks at. */
import { asyncio, builtins, print, repr, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future();
  future.set_exception(new builtins.ValueError("nobody sees this"));
  yield* print("after del");
  const looked_at = loop.create_future();
  looked_at.set_exception(new builtins.ValueError("looked at"));
  yield* print(repr(looked_at.exception()));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
