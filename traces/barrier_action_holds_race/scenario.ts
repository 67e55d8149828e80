/** While a barrier's action runs, the barrier is locked: whoever aborts it or comes late has to wait until the action has ended. */
import { except, print, threading, time, type Blocking } from "interloop";

function* action(): Blocking<void> {
  yield* print("action begins");
  yield* time.sleep(0.05);
  yield* print("action ends");
}

function* worker(name: string, barrier: threading.Barrier): Blocking<void> {
  try {
    yield* print(name, (yield* barrier.wait()) < 2 ? "passes" : "?");
  } catch (thrown) {
    except(thrown, threading.BrokenBarrierError);
    yield* print(name, "broken");
  }
}

export default function* program(): Blocking<void> {
  const barrier = new threading.Barrier(2, action);
  const threads = ["a", "b"].map((name) => new threading.Thread({ target: worker, args: [name, barrier] }));
  for (const thread of threads) yield* thread.start();
  yield* time.sleep(0.02);
  yield* barrier.abort();
  yield* print("aborted");
  for (const thread of threads) yield* thread.join();
}
