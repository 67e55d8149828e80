/** A producer that is faster than its consumer has to wait for room; join waits for the last item to be dealt with. */
import { print, queue, threading, type Blocking } from "interloop";

function* consumer(items: queue.Queue<number | null>, results: number[]): Blocking<void> {
  for (;;) {
    const item = yield* items.get();
    if (item === null) {
      yield* items.task_done();
      return;
    }
    results.push(item * 10);
    yield* items.task_done();
  }
}

export default function* program(): Blocking<void> {
  const [items, results] = [new queue.Queue<number | null>(2), [] as number[]];
  const thread = new threading.Thread({ target: consumer, args: [items, results] });
  yield* thread.start();
  for (let number = 0; number < 6; number++) yield* items.put(number);
  yield* items.join();
  yield* print(results, yield* items.qsize(), items.unfinished_tasks);
  yield* items.put(null);
  yield* items.join();
  yield* thread.join();
  yield* print("done", yield* items.empty());
}
