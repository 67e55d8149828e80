/** create_eager_task_factory: tasks of a class of one's own, or made by a function. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

class MyTask<T = unknown> extends asyncio.Task<T> {
  override __repr__(): string {
    return `<MyTask ${this.get_name()}>`;
  }
}

function* worker(): Coroutine<void> {
  yield* print("worker", asyncio.current_task() instanceof MyTask);
  yield* asyncio.sleep(0);
  yield* print("worker", asyncio.current_task() instanceof MyTask);
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const calls: string[][] = [];

  function make(coroutine: Coroutine<unknown>, options: asyncio.TaskOptions): MyTask {
    calls.push(builtins.sorted(Object.keys(options)));
    return new MyTask(coroutine, options);
  }

  loop.set_task_factory(asyncio.create_eager_task_factory(MyTask));
  let task = asyncio.create_task(worker(), { name: "mine" });
  yield* print(task, task.done());
  yield* task;
  loop.set_task_factory(asyncio.create_eager_task_factory(make));
  task = asyncio.create_task(worker(), { name: "mine" });
  asyncio.create_task(worker());
  yield* print(task, task.done(), calls);
  yield* task;
  loop.set_task_factory(null);
  yield* new MyTask(worker(), { loop, name: "plain" });
  try {
    // @ts-expect-error: no such keyword
    asyncio.eager_task_factory(loop, worker, { wrong: 1 });
  } catch (thrown) {
    yield* print(except(thrown, builtins.TypeError));
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
