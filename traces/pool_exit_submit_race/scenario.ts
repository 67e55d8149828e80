/** A thread submits at about the time at which the main thread ends: the job is done, or refused since the interpreter is ending. */
import { builtins, concurrent, except, print, threading, time, type Blocking } from "interloop";

function* submit(executor: concurrent.futures.Executor): Blocking<void> {
  yield* time.sleep(0.02);
  try {
    yield* executor.submit(print, "done");
  } catch (thrown) {
    yield* print(except(thrown, builtins.RuntimeError));
  }
}

export default function* program(): Blocking<void> {
  const executor = new concurrent.futures.ThreadPoolExecutor(1);
  yield* executor.submit(time.sleep, 0);
  yield* new threading.Thread({ target: submit, args: [executor] }).start();
  yield* time.sleep(0.02);
}
