/** Three threads meet at a barrier twice; the action runs once each time, before any of them goes on. */
import { builtins, print, threading, type Blocking } from "interloop";

function* worker(barrier: threading.Barrier, steps: string[], numbers: number[]): Blocking<void> {
  for (let step = 0; step < 2; step++) {
    steps.push(`come ${String(step)}`);
    numbers.push(yield* barrier.wait());
    steps.push(`go ${String(step)}`);
  }
}

export default function* program(): Blocking<void> {
  const [steps, numbers] = [[] as string[], [] as number[]];
  const barrier = new threading.Barrier(3, () => void steps.push("action"));
  const threads = [0, 1].map(() => new threading.Thread({ target: worker, args: [barrier, steps, numbers] }));
  for (const thread of threads) yield* thread.start();
  yield* worker(barrier, steps, numbers);
  for (const thread of threads) yield* thread.join();
  yield* print(builtins.sorted(numbers));
  for (const group of [steps.slice(0, 3), steps.slice(3, 4)]) yield* print(builtins.sorted(group));
  yield* print(builtins.sorted(steps), steps.indexOf("action"));
  yield* print(barrier.n_waiting, barrier.broken);
}
