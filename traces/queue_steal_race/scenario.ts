/** An item that was put for a waiting thread can be taken by the one that has put it, if that one is faster. */
import { except, print, queue, threading, type Blocking } from "interloop";

function* waiter(items: queue.Queue<number>): Blocking<void> {
  yield* print("waiter got", yield* items.get());
}

export default function* program(): Blocking<void> {
  const items = new queue.Queue<number>();
  const thread = new threading.Thread({ target: waiter, args: [items] });
  yield* thread.start();
  yield* items.put(1);
  try {
    yield* print("main got", yield* items.get_nowait());
    yield* items.put(2);
  } catch (thrown) {
    except(thrown, queue.Empty);
    yield* print("main came too late");
  }
  yield* thread.join();
}
