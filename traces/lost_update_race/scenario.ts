/** Two threads add one to a variable in two steps: an update can be lost. */
import { print, threading, time, type Blocking } from "interloop";

function* increment(box: [number]): Blocking<void> {
  const value = box[0];
  yield* time.sleep(0);
  box[0] = value + 1;
}

export default function* program(): Blocking<void> {
  const box: [number] = [0];
  const threads = [0, 1].map(() => new threading.Thread({ target: increment, args: [box] }));
  for (const thread of threads) yield* thread.start();
  for (const thread of threads) yield* thread.join();
  yield* print(box[0]);
}
