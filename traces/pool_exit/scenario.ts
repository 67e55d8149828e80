/** The end of the program with a pool that nobody shut down: its jobs are done; another thread can submit only up to 3.8. */
import { builtins, concurrent, except, print, threading, time, type Blocking } from "interloop";

function* work(label: string, delay: number): Blocking<void> {
  yield* time.sleep(delay);
  yield* print("worked:", label, yield* threading.main_thread().is_alive());
}

function* late(executor: concurrent.futures.Executor): Blocking<void> {
  yield* time.sleep(0.1);
  try {
    yield* executor.submit(work, "late", 0.03);
  } catch (thrown) {
    yield* print("late:", except(thrown, builtins.RuntimeError));
  }
  yield* time.sleep(0.4);
  yield* print("thread ends");
}

export default function* program(): Blocking<void> {
  const executor = new concurrent.futures.ThreadPoolExecutor(2);
  yield* new threading.Thread({ target: late, args: [executor] }).start();
  yield* executor.submit(work, "a", 0.04);
  yield* executor.submit(work, "b", 0.06);
  yield* executor.submit(work, "c", 0.08);
  yield* executor.submit(work, "d", 0.11);
  yield* print("main ends");
}
