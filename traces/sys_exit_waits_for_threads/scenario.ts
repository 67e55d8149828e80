/** sys.exit in main still waits for the other threads, unless they are daemons. */
import { print, sys, threading, time, type Blocking } from "interloop";

function* works(): Blocking<void> {
  yield* time.sleep(0.05);
  yield* print("thread ends");
}

export default function* program(): Blocking<void> {
  yield* new threading.Thread({ target: works }).start();
  yield* print("main exits");
  sys.exit(5);
}
