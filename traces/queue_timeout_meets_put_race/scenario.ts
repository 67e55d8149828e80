/** get(timeout) whose time is up when an item comes: it is got, or it stays in the queue. */
import { except, print, queue, threading, time, type Blocking } from "interloop";

function* late(items: queue.Queue): Blocking<void> {
  yield* time.sleep(0.02);
  yield* items.put("item");
}

export default function* program(): Blocking<void> {
  const items = new queue.Queue();
  const thread = new threading.Thread({ target: late, args: [items] });
  yield* thread.start();
  try {
    yield* print("got", yield* items.get(true, 0.02));
  } catch (thrown) {
    except(thrown, queue.Empty);
    yield* print("empty");
  }
  yield* thread.join();
  yield* print("left:", yield* items.qsize());
}
