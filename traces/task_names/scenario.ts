/** The names of tasks: one counter for the whole process, and who takes a number from it. */
import { asyncio, print, repr, threading, type Blocking, type Coroutine } from "interloop";

function* report(label: string): Coroutine<void> {
  yield* print(label, asyncio.current_task()?.get_name());
}

function* in_thread(): Blocking<void> {
  yield* asyncio.run(report("in another thread:"));
}

function* main(): Coroutine<void> {
  yield* report("main:");
  yield* asyncio.create_task(report("unnamed:"));
  yield* asyncio.create_task(report("named:"), { name: "mine" });
  yield* asyncio.create_task(report("unnamed again:"));
  yield* asyncio.get_running_loop().create_task(report("named by the loop:"), { name: "loop's" });
  yield* asyncio.ensure_future(report("ensure_future:"));
  yield* asyncio.create_task(report("a number as a name:"), { name: 7 });
  const task = asyncio.create_task(report("renamed:"));
  task.set_name("new name");
  yield* task;
  task.set_name(42);
  yield* print("set_name(42):", repr(task.get_name()));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
  yield* asyncio.run(report("second run:"));
  const thread = new threading.Thread({ target: in_thread });
  yield* thread.start();
  yield* thread.join();
  yield* asyncio.run(report("last run:"));
}
