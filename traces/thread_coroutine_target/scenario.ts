/** A coroutine function as a thread's target: the coroutine is made and never awaited. */
import { print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  yield* print("never printed");
}

export default function* program(): Blocking<void> {
  // @ts-expect-error -- the compiler refuses it
  const thread = new threading.Thread({ target: worker });
  yield* thread.start();
  yield* thread.join();
  yield* print("end");
}
