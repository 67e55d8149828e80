/** A thread that outlives the main thread starts another one: 3.12.1 refuses it. */
import { builtins, except, print, threading, time, type Blocking } from "interloop";

function* late(): Blocking<void> {
  yield* print("late");
}

function* outlives(): Blocking<void> {
  yield* time.sleep(0.1);
  const thread = new threading.Thread({ target: late });
  try {
    yield* thread.start();
    yield* thread.join();
  } catch (thrown) {
    yield* print(except(thrown, builtins.RuntimeError));
    yield* print(yield* thread.is_alive(), threading.enumerate().includes(thread));
  }
}

export default function* program(): Blocking<void> {
  yield* new threading.Thread({ target: outlives }).start();
  yield* print("main ends");
}
