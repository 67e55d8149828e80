/** SimpleQueue: what it does and what it refuses. */
import { builtins, except, print, queue, threading, time, type Blocking } from "interloop";

function* attempt(label: string, action: () => Blocking<unknown>): Blocking<void> {
  try {
    yield* print(label, yield* action());
  } catch (thrown) {
    const error = except(thrown, builtins.Exception);
    yield* print(label, `${builtins.type_name(error)}:`, error);
  }
}

function* late(items: queue.SimpleQueue): Blocking<void> {
  yield* time.sleep(0.1);
  yield* items.put("late");
}

export default function* program(): Blocking<void> {
  const items = new queue.SimpleQueue();
  for (let number = 0; number < 3; number++) yield* items.put(number, false, -1);
  yield* items.put_nowait(3);
  const [size, empty] = [yield* items.qsize(), yield* items.empty()];
  const got = [yield* items.get(), yield* items.get(false), yield* items.get(true, 1), yield* items.get_nowait()];
  yield* print(size, empty, got);
  yield* print(yield* items.qsize(), yield* items.empty());
  yield* attempt("get(False):", () => items.get(false));
  yield* attempt("get(False, -1):", () => items.get(false, -1));
  yield* attempt("get_nowait():", () => items.get_nowait());
  yield* attempt("get(timeout=0):", () => items.get(true, 0));
  yield* attempt("get(timeout=0.01):", () => items.get(true, 0.01));
  yield* attempt("get(timeout=-1):", () => items.get(true, -1));
  yield* attempt("get(timeout='a'):", () => items.get(true, "a" as never));
  yield* attempt("get(timeout=nan):", () => items.get(true, NaN));
  yield* attempt("get(timeout=10**20):", () => items.get(true, 1e20));
  let thread = new threading.Thread({ target: late, args: [items] });
  yield* thread.start();
  yield* attempt("get(timeout=0.01):", () => items.get(true, 0.01));
  yield* attempt("get(timeout=5):", () => items.get(true, 5));
  yield* thread.join();
  thread = new threading.Thread({ target: late, args: [items] });
  yield* thread.start();
  yield* attempt("get():", () => items.get());
  yield* thread.join();
}
