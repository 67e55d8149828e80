/** sys.exit in a coroutine that asyncio.run drives in a thread: that thread ends silently, main goes on. */
import { asyncio, print, sys, threading, type Blocking, type Coroutine } from "interloop";

function* exits(): Coroutine<void> {
  yield* print("coroutine exits");
  sys.exit(3);
}

export default function* main(): Blocking<void> {
  const thread = new threading.Thread({ target: () => asyncio.run(exits()) });
  yield* thread.start();
  yield* thread.join();
  yield* print("main goes on");
}
