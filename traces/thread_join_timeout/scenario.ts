/** join(timeout) returns None whether or not the thread has ended. */
import { print, threading, time, type Blocking } from "interloop";

function* works(): Blocking<void> {
  yield* time.sleep(0.1);
}

export default function* program(): Blocking<void> {
  const thread = new threading.Thread({ target: works });
  yield* thread.start();
  yield* print(yield* thread.join(0.02), yield* thread.is_alive());
  yield* print(yield* thread.join(), yield* thread.is_alive());
}
