/** First in first out, last in first out, the smallest first; and an order of one's own by overriding _put and _get. */
import { builtins, except, print, queue, repr, tuple, type Blocking } from "interloop";

class Stack<T> extends queue.Queue<T> {
  protected override _put(item: T): void {
    if (this.queue.includes(item)) throw new builtins.KeyError(item);
    this.queue.push(item);
  }

  protected override _get(): T {
    return this.queue.pop() as T;
  }
}

function* drain(one: queue.Queue): Blocking<void> {
  const items: unknown[] = [];
  while (!(yield* one.empty())) {
    items.push(yield* one.get());
    yield* one.task_done();
  }
  yield* one.join();
  yield* print(items, one.unfinished_tasks);
}

export default function* program(): Blocking<void> {
  for (const cls of [queue.Queue, queue.LifoQueue, queue.PriorityQueue]) {
    const one = new cls();
    for (const item of [3, 1, 2, 1]) yield* one.put(item);
    yield* drain(one);
  }
  const jobs = new queue.PriorityQueue(3);
  for (const job of [tuple(2, "code"), tuple(1, "eat"), tuple(3, "sleep")]) yield* jobs.put(job);
  yield* print(yield* jobs.full());
  yield* drain(jobs);
  yield* jobs.put(tuple(1, "a"));
  try {
    yield* jobs.put(null);
  } catch (thrown) {
    yield* print(except(thrown, builtins.TypeError));
  }
  yield* print(yield* jobs.qsize(), jobs.unfinished_tasks);
  const stack = new Stack<string>(5);
  yield* print("for", stack.maxsize);
  yield* stack.put("x");
  yield* stack.put("y");
  try {
    yield* stack.put("x");
  } catch (thrown) {
    yield* print(repr(except(thrown, builtins.KeyError)), yield* stack.qsize(), stack.unfinished_tasks);
  }
  yield* drain(stack);
}
