/** A task that begins within the call that makes it: the current task, the tasks of the loop, and the order of what is printed. */
import { asyncio, builtins, print, type Blocking, type Coroutine } from "interloop";

function names(tasks: Set<asyncio.Task>): string[] {
  return builtins.sorted([...tasks].map((task) => task.get_name()));
}

function* ends_at_once(): Coroutine<string> {
  const task = asyncio.current_task() as asyncio.Task;
  yield* print("  begins", task, names(asyncio.all_tasks()));
  task.add_done_callback((done) => print("  called back", done));
  return "result";
}

function* suspends(future: asyncio.Future<string>): Coroutine<string> {
  yield* print("  begins", asyncio.current_task()?.get_name());
  const got = yield* future;
  yield* print("  goes on", got, asyncio.current_task()?.get_name(), names(asyncio.all_tasks()));
  return got;
}

function* yields(): Coroutine<void> {
  for (const number of [0, 1, 2]) {
    yield* print("  step", number);
    yield* asyncio.sleep(0);
  }
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  yield* print("make one that ends");
  const one = new asyncio.Task(ends_at_once(), { loop, name: "one", eager_start: true });
  yield* print("made", one, asyncio.current_task()?.get_name(), names(asyncio.all_tasks()));
  yield* print(yield* one, one.done(), one.result());

  const future = loop.create_future<string>();
  yield* print("make one that suspends");
  const two = new asyncio.Task(suspends(future), { loop, name: "two", eager_start: true });
  yield* print("made", two, names(asyncio.all_tasks()));
  future.set_result("set");
  yield* print(yield* two, two);

  yield* print("make one that yields");
  const three = new asyncio.Task(yields(), { loop, name: "three", eager_start: true });
  const four = new asyncio.Task(yields(), { loop, name: "four", eager_start: false });
  yield* print("made");
  yield* asyncio.gather(three, four);

  // One within another.
  function* outer(): Coroutine<string> {
    const inner = new asyncio.Task(ends_at_once(), { loop, name: "inner", eager_start: true });
    yield* print("  between", asyncio.current_task()?.get_name(), inner.done());
    yield* asyncio.sleep(0);
    return inner.result();
  }

  yield* print("nested");
  yield* print(yield* new asyncio.Task(outer(), { loop, name: "outer", eager_start: true }));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
  // In a loop that does not run, it begins like any other.
  const loop = asyncio.new_event_loop();
  const task = new asyncio.Task(yields(), { loop, eager_start: true, name: "waits" });
  yield* print(task);
  yield* loop.run_until_complete(task);
  yield* loop.close();
}
