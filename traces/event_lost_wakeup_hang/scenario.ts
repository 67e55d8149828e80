/** A check and a wait that are two steps: the event is set and cleared in between, and the wait never ends. */
import { print, threading, time, type Blocking } from "interloop";

function* waiter(event: threading.Event): Blocking<void> {
  yield* print("waiting");
  yield* event.wait();
  yield* print("never printed");
}

export default function* program(): Blocking<void> {
  const event = new threading.Event();
  yield* event.set();
  yield* event.clear();
  yield* new threading.Thread({ target: waiter, args: [event] }).start();
  yield* time.sleep(0.05);
  yield* print("main ends");
}
