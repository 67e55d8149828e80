/** all_tasks and current_task as tasks come and go. */
import { asyncio, builtins, print, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  yield* asyncio.sleep(0);
}

function names(tasks: Iterable<asyncio.Task>): string[] {
  return builtins.sorted([...tasks].map((task) => task.get_name()));
}

function* main(): Coroutine<void> {
  yield* print(asyncio.current_task()?.get_name(), names(asyncio.all_tasks()));
  const tasks = ["a", "b"].map((name) => asyncio.create_task(worker(), { name }));
  yield* print("created:", names(asyncio.all_tasks()));
  yield* asyncio.sleep(0);
  yield* print("waiting:", names(asyncio.all_tasks()));
  yield* asyncio.sleep(0);
  yield* print(
    "finished:",
    names(asyncio.all_tasks()),
    tasks.map((task) => task.done()),
  );
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
