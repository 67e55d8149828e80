/** One thread's timeout breaks the barrier for all: a longer wait ends too, and a reset makes it usable again. */
import { builtins, except, print, threading, time, tuple, type Blocking } from "interloop";

type Result = readonly [number, number | string];

function* worker(name: number, barrier: threading.Barrier, timeout: number | null, results: Result[]): Blocking<void> {
  try {
    results.push(tuple(name, yield* barrier.wait(timeout)));
  } catch (thrown) {
    results.push(tuple(name, builtins.type_name(except(thrown, threading.BrokenBarrierError))));
  }
}

function* meet(barrier: threading.Barrier, timeouts: readonly (number | null)[]): Blocking<void> {
  const results: Result[] = [];
  const threads = timeouts.map((t, n) => new threading.Thread({ target: worker, args: [n, barrier, t, results] }));
  for (const thread of threads) {
    yield* thread.start();
    yield* time.sleep(0.02);
  }
  yield* print("waiting:", barrier.n_waiting, barrier.broken);
  for (const thread of threads) yield* thread.join();
  yield* print(builtins.sorted(results), barrier.n_waiting, barrier.broken);
}

export default function* program(): Blocking<void> {
  const barrier = new threading.Barrier(3, null, 0.3);
  yield* meet(barrier, [null, 5]);
  yield* meet(barrier, [5]);
  yield* barrier.reset();
  yield* meet(barrier, [1, null, 5]);
}
