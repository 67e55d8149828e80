/** Eager tasks that raise in their first step, and wrong uses. */
import { asyncio, builtins, except, print, repr, str, type Blocking, type Coroutine } from "interloop";

function* fails(error: builtins.BaseException): Coroutine<void> {
  throw error;
}

function* plain(): Coroutine<string> {
  yield* asyncio.sleep(0);
  return "plain";
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  loop.set_task_factory(asyncio.eager_task_factory);
  let task: asyncio.Task = asyncio.create_task(fails(new builtins.ValueError("kept")));
  yield* print(task.done(), repr(task.exception()), task);

  for (const error of [new builtins.SystemExit("out"), new builtins.KeyboardInterrupt("out")]) {
    try {
      asyncio.create_task(fails(error));
    } catch (thrown) {
      const raised = except(thrown, builtins.BaseException);
      yield* print("create_task raised", repr(raised), raised === error, asyncio.current_task()?.get_name());
    }
  }

  const other = asyncio.new_event_loop();
  task = asyncio.create_task(asyncio.wait_for(other.create_future(), null));
  try {
    yield* task;
  } catch (thrown) {
    const error = except(thrown, builtins.RuntimeError);
    yield* print(str(error).includes("attached to a different loop"));
  }
  yield* other.close();

  loop.set_task_factory(null);
  try {
    // @ts-expect-error: a coroutine was expected
    new asyncio.Task(42, { loop, eager_start: true });
  } catch (thrown) {
    yield* print(except(thrown, builtins.TypeError));
  }
  yield* print(yield* asyncio.create_task(plain()));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
