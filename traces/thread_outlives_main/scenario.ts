/** main ends first: the interpreter waits for threads that are not daemons, also after an exception in main. */
import { builtins, print, threading, time, type Blocking } from "interloop";

function* works(): Blocking<void> {
  yield* time.sleep(0.1);
  yield* print("thread ends; main thread alive:", yield* threading.main_thread().is_alive());
}

export default function* program(): Blocking<void> {
  yield* new threading.Thread({ target: works }).start();
  yield* print("main fails");
  throw new builtins.ValueError("main failed");
}
