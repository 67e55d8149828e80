/** A thread's uncaught exception goes to standard error, with the thread's name; the process goes on and exits with 0. */
import { builtins, except, print, raise, threading, type Blocking } from "interloop";

function fails(number: number): void {
  try {
    throw new builtins.KeyError("first");
  } catch (thrown) {
    const error = except(thrown, builtins.KeyError);
    raise(new builtins.ValueError("thread failed", number), { handling: error });
  }
}

export default function* program(): Blocking<void> {
  let thread = new threading.Thread({ target: fails, args: [1] });
  yield* thread.start();
  yield* thread.join();
  thread = new threading.Thread({ target: fails, args: [2], name: "Named" });
  yield* thread.start();
  yield* thread.join();
  yield* print("main goes on");
}
