/** Several tasks and callbacks wait for one future: they go on in the order in which they began to wait. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* waits(name: string, future: asyncio.Future): Coroutine<void> {
  yield* print(name, "waits");
  yield* print(name, "got", yield* future);
  yield* asyncio.sleep(0);
  yield* print(name, "ends");
}

function* main(): Coroutine<void> {
  const future = asyncio.get_running_loop().create_future();
  const tasks = Array.from("abc", (name) => asyncio.create_task(waits(name, future)));
  yield* asyncio.sleep(0);
  future.set_result(42);
  yield* print("set");
  tasks.push(asyncio.create_task(waits("late", future)));
  for (const task of tasks) yield* task;
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
