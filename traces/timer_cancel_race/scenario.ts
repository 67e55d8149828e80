/** A timer that is cancelled at the moment at which its time is up is called, or not. */
import { print, threading, time, type Blocking } from "interloop";

export default function* program(): Blocking<void> {
  const timer = new threading.Timer(0.02, print, ["called"]);
  yield* timer.start();
  yield* time.sleep(0.02);
  yield* timer.cancel();
  yield* timer.join();
  yield* print("end");
}
