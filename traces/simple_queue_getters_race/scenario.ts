/** SimpleQueue: two threads wait, two items come. From 3.13 on, who has waited longer gets the first one. */
import { builtins, print, queue, threading, time, type Blocking } from "interloop";

function* waiter(name: string, items: queue.SimpleQueue<string>, got: string[]): Blocking<void> {
  const item = yield* items.get();
  got.push(name + item);
}

export default function* program(): Blocking<void> {
  const [items, got] = [new queue.SimpleQueue<string>(), [] as string[]];
  const threads = ["a", "b"].map((name) => new threading.Thread({ target: waiter, args: [name, items, got] }));
  for (const thread of threads) {
    yield* thread.start();
    yield* time.sleep(0.02);
  }
  yield* items.put("1");
  yield* items.put("2");
  for (const thread of threads) yield* thread.join();
  yield* print(builtins.sorted(got));
}
