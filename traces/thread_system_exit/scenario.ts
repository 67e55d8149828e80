/** sys.exit in a thread ends that thread silently; the process's exit code is still main's. */
import { print, sys, threading, type Blocking } from "interloop";

function* exits(): Blocking<void> {
  yield* print("thread exits");
  sys.exit(3);
}

export default function* program(): Blocking<void> {
  const thread = new threading.Thread({ target: exits });
  yield* thread.start();
  yield* thread.join();
  yield* print("main goes on", yield* thread.is_alive());
}
