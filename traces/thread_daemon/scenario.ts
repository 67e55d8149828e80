/** A daemon thread is dropped when main ends; a thread inherits being a daemon from its creator. */
import { print, threading, time, type Blocking } from "interloop";

function child(): void {}

function* works(): Blocking<void> {
  const thread = new threading.Thread({ target: child });
  yield* print("inherited:", thread.daemon);
  yield* time.sleep(10);
  yield* print("never printed");
}

export default function* program(): Blocking<void> {
  const thread = new threading.Thread({ target: works, daemon: true });
  yield* thread.start();
  yield* time.sleep(0.05);
  yield* print("main ends; alive:", yield* thread.is_alive());
}
