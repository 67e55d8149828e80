/** Queue.shutdown: put fails at once, get when there is nothing left, and those who wait are woken. */
import { builtins, except, print, queue, repr, threading, time, type Blocking } from "interloop";

function* attempt(label: string, action: () => Blocking<unknown>): Blocking<void> {
  try {
    yield* print(label, yield* action());
  } catch (thrown) {
    yield* print(label, repr(except(thrown, builtins.Exception)));
  }
}

function getting(items: queue.Queue): Blocking<void> {
  return attempt("getter:", () => items.get(true, 5));
}

function putting(items: queue.Queue): Blocking<void> {
  return attempt("putter:", () => items.put("x"));
}

export default function* program(): Blocking<void> {
  let items = new queue.Queue(2);
  yield* print(items.is_shutdown, yield* items.shutdown(), items.is_shutdown, queue.ShutDown);
  yield* attempt("put:", () => items.put(1));
  yield* attempt("put_nowait:", () => items.put_nowait(1));
  yield* attempt("get:", () => items.get());
  yield* attempt("get(False):", () => items.get(false));
  yield* attempt("get(timeout=-1):", () => items.get(true, -1));
  items = new queue.Queue(2);
  for (const item of ["a", "b"]) yield* items.put(item);
  let thread = new threading.Thread({ target: putting, args: [items] });
  yield* thread.start();
  yield* time.sleep(0.1);
  yield* items.shutdown();
  yield* thread.join();
  yield* attempt("get:", () => items.get());
  yield* attempt("get:", () => items.get());
  yield* attempt("get:", () => items.get());
  yield* attempt("task_done:", () => items.task_done());
  yield* attempt("task_done:", () => items.task_done());
  yield* attempt("join:", () => items.join());
  items = new queue.LifoQueue();
  thread = new threading.Thread({ target: getting, args: [items] });
  yield* thread.start();
  yield* time.sleep(0.1);
  yield* items.shutdown(true);
  yield* thread.join();
  yield* items.shutdown();
  items = new queue.PriorityQueue();
  for (const item of [3, 1, 2]) yield* items.put(item);
  yield* items.get();
  const joining = new threading.Thread({ target: () => items.join() });
  yield* joining.start();
  yield* time.sleep(0.1);
  yield* items.shutdown(true);
  yield* print(yield* items.qsize(), items.unfinished_tasks, yield* joining.is_alive());
  yield* attempt("get:", () => items.get());
  yield* items.task_done();
  yield* attempt("task_done:", () => items.task_done());
  yield* joining.join(5);
  yield* print(yield* joining.is_alive(), items.unfinished_tasks);
}
