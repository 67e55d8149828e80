/** asyncio.run in a thread raises: the exception is printed as any thread's. */
import { asyncio, builtins, print, threading, type Blocking, type Coroutine } from "interloop";

function* fails(): Coroutine<void> {
  throw new builtins.ValueError("coroutine failed");
}

export default function* main(): Blocking<void> {
  const thread = new threading.Thread({ target: asyncio.run<Coroutine<void>>, args: [fails()] });
  yield* thread.start();
  yield* thread.join();
  yield* print("main goes on");
}
