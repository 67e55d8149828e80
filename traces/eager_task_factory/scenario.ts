/** asyncio.eager_task_factory: every task of the loop begins at once, by whatever call it is made; and what they are called. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* worker(label: string): Coroutine<string> {
  yield* print("begin", label, asyncio.current_task()?.get_name());
  return label;
}

function* sleeper(label: string): Coroutine<string> {
  yield* print("begin", label, asyncio.current_task()?.get_name());
  yield* asyncio.sleep(0.01);
  yield* print("end", label, asyncio.current_task()?.get_name());
  return label;
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  loop.set_task_factory(asyncio.eager_task_factory);
  yield* print(loop.get_task_factory() === asyncio.eager_task_factory);
  const tasks = [
    asyncio.create_task(worker("create_task")),
    asyncio.create_task(worker("create_task named"), { name: "mine" }),
    loop.create_task(worker("loop.create_task")),
    loop.create_task(worker("loop.create_task named"), { name: "loop's" }),
    asyncio.ensure_future(worker("ensure_future")) as asyncio.Task<string>,
    asyncio.create_task(sleeper("sleeper"), { name: "sleeps" }),
    asyncio.create_task(sleeper("unnamed")),
  ];
  yield* print(
    tasks.map((task) => task.get_name()),
    tasks.map((task) => task.done()),
  );
  yield* print(yield* asyncio.gather(...tasks));
  loop.set_task_factory(null);
  const plain = asyncio.create_task(worker("plain"));
  yield* print("made", plain.get_name());
  yield* plain;
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
  const loop = asyncio.new_event_loop();
  loop.set_task_factory(asyncio.eager_task_factory);
  yield* print(yield* loop.run_until_complete(sleeper("run_until_complete")));
  yield* loop.close();
}
