/** A running loop cannot be closed. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<void> {
  try {
    yield* asyncio.get_running_loop().close();
  } catch (thrown) {
    yield* print("RuntimeError:", except(thrown, builtins.RuntimeError));
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
