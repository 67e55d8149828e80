/** SimpleQueue: up to 3.12 the one who puts can take the item away from a waiting thread; from 3.13 on it is handed over. */
import { except, print, queue, threading, type Blocking } from "interloop";

function* waiter(items: queue.SimpleQueue<number>): Blocking<void> {
  yield* print("waiter got", yield* items.get());
}

export default function* program(): Blocking<void> {
  const items = new queue.SimpleQueue<number>();
  const thread = new threading.Thread({ target: waiter, args: [items] });
  yield* thread.start();
  yield* items.put(1);
  try {
    yield* print("main got", yield* items.get(false));
    yield* items.put(2);
  } catch (thrown) {
    except(thrown, queue.Empty);
    yield* print("main came too late");
  }
  yield* thread.join();
}
