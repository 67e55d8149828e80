/** A loop's own task factory: what it is called with, and what name its tasks get. */
import { asyncio, builtins, print, type Blocking, type Coroutine } from "interloop";

const factory: asyncio.TaskFactory = (loop, coroutine, options) => {
  // Here create_task() cannot block, so the factory leaves its printing to the loop.
  loop.call_soon(print, "factory:", builtins.sorted(Object.keys(options)));
  return new asyncio.Task(coroutine, { loop, ...options });
};

function* worker(): Coroutine<string | undefined> {
  return asyncio.current_task()?.get_name();
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  yield* print("default:", loop.get_task_factory());
  loop.set_task_factory(factory);
  yield* print("unnamed:", yield* asyncio.create_task(worker()));
  yield* print("named:", yield* asyncio.create_task(worker(), { name: "mine" }));
  yield* print("ensure_future:", yield* asyncio.ensure_future(worker()));
  loop.set_task_factory(null);
  yield* print("without:", yield* asyncio.create_task(worker()));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
