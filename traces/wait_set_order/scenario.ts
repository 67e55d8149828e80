/** The sets that asyncio.wait gives have the order of addresses, so that any order can come out. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

type Sleeping = asyncio.Task<void>;

function names(tasks: Iterable<Sleeping>): string[] {
  return Array.from(tasks, (task) => task.get_name());
}

/** Python's `next(iter(tasks))`. */
function first(tasks: Iterable<Sleeping>): Sleeping {
  const [one] = tasks;
  return one as Sleeping;
}

function* main(): Coroutine<void> {
  const delays = { a: 0, b: 0, c: 1 };
  const tasks = Object.entries(delays).map(([name, delay]) => asyncio.create_task(asyncio.sleep(delay), { name }));
  const [done, pending] = yield* asyncio.wait(tasks, { timeout: 0.01 });
  yield* print("done:", names(done));
  yield* print("again:", names(done));
  pending.add(tasks[0] as Sleeping);
  yield* print("first of", pending.size, "is", first(pending).get_name());
  tasks[2]?.cancel();
  const [ended] = yield* asyncio.wait(pending);
  const task = first(ended);
  ended.delete(task);
  yield* print("taken:", task.get_name(), "left:", names(ended));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
