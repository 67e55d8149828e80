/** Queue: Empty and Full, timeouts, task_done, and what can be asked. */
import { builtins, except, print, queue, type Blocking } from "interloop";

function* attempt(label: string, action: () => Blocking<unknown>): Blocking<void> {
  try {
    yield* print(label, yield* action());
  } catch (thrown) {
    const error = except(thrown, builtins.Exception);
    yield* print(label, `${builtins.type_name(error)}:`, error);
  }
}

export default function* program(): Blocking<void> {
  const one = new queue.Queue<string>(2);
  yield* print(one.maxsize, yield* one.qsize(), yield* one.empty(), yield* one.full(), one.unfinished_tasks);
  yield* attempt("get(False):", () => one.get(false));
  yield* attempt("get(block=False, timeout=-1):", () => one.get(false, -1));
  yield* attempt("get(timeout=0.01):", () => one.get(true, 0.01));
  yield* attempt("get(timeout=0):", () => one.get(true, 0));
  yield* attempt("get(timeout=-1):", () => one.get(true, -1));
  yield* attempt("get(timeout='a'):", () => one.get(true, "a" as never));
  yield* attempt("get_nowait():", () => one.get_nowait());
  yield* attempt("put('a'):", () => one.put("a"));
  yield* attempt("put('b', timeout=1):", () => one.put("b", true, 1));
  yield* print(yield* one.qsize(), yield* one.empty(), yield* one.full(), one.unfinished_tasks);
  yield* attempt("put('c', False):", () => one.put("c", false));
  yield* attempt("put('c', block=False, timeout=-1):", () => one.put("c", false, -1));
  yield* attempt("put('c', timeout=0.01):", () => one.put("c", true, 0.01));
  yield* attempt("put('c', timeout=-1):", () => one.put("c", true, -1));
  yield* attempt("put('c', timeout='a'):", () => one.put("c", true, "a" as never));
  yield* attempt("put_nowait('c'):", () => one.put_nowait("c"));
  yield* attempt("get():", () => one.get());
  yield* attempt("get(timeout=-1):", () => one.get(true, -1));
  yield* attempt("get(timeout=1):", () => one.get(true, 1));
  yield* attempt("task_done():", () => one.task_done());
  yield* attempt("task_done():", () => one.task_done());
  yield* attempt("join():", () => one.join());
  yield* attempt("task_done():", () => one.task_done());
  const unlimited = new queue.Queue<number>();
  yield* attempt("put(1, timeout=-1) without a limit:", () => unlimited.put(1, true, -1));
  yield* attempt("put(2, timeout='a') without a limit:", () => unlimited.put(2, true, "a" as never));
  yield* print(yield* unlimited.full(), yield* unlimited.qsize(), yield* new queue.Queue(-3).full());
  one.maxsize = 1;
  yield* attempt("put('d') after shrinking:", () => one.put("d"));
  yield* attempt("put('e', False) after shrinking:", () => one.put("e", false));
  const classes = [queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue, queue.Empty, queue.Full];
  for (const cls of classes) yield* print(cls);
}
