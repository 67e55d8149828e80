/** Two threads take two locks in opposite orders: each waits for the other's lock. */
import { print, threading, time, type Blocking } from "interloop";

function* worker(name: string, first: threading.Lock, second: threading.Lock): Blocking<void> {
  yield* first.with(function* () {
    yield* print(name, "has its first lock");
    yield* time.sleep(0.1);
    yield* second.with(() => print("never printed"));
  });
}

export default function* program(): Blocking<void> {
  const [one, two] = [new threading.Lock(), new threading.Lock()];
  const thread = new threading.Thread({ target: worker, args: ["thread", one, two] });
  yield* thread.start();
  yield* time.sleep(0.05);
  yield* worker("main", two, one);
}
