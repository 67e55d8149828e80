/** Two threads wait at a barrier for three, which a third one aborts or resets: whoever waits gets an error. */
import { except, print, repr, threading, type Blocking } from "interloop";

function* worker(name: string, barrier: threading.Barrier): Blocking<void> {
  try {
    yield* print(name, yield* barrier.wait(0.05));
  } catch (thrown) {
    yield* print(name, repr(except(thrown, threading.BrokenBarrierError)));
  }
}

export default function* program(): Blocking<void> {
  const barrier = new threading.Barrier(3);
  const [a, b] = [
    new threading.Thread({ target: worker, args: ["a", barrier] }),
    new threading.Thread({ target: worker, args: ["b", barrier] }),
  ];
  yield* a.start();
  yield* barrier.reset();
  yield* b.start();
  yield* barrier.abort();
  yield* a.join();
  yield* b.join();
  yield* print(barrier.broken);
}
