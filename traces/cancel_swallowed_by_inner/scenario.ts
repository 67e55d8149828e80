/** The inner task swallows the cancellation of the outer one: the outer one goes on as if nothing had happened. */
import { asyncio, except, print, type Blocking, type Coroutine } from "interloop";

function* inner(): Coroutine<string | null> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    return "inner's value";
  }
  return null;
}

function* outer(task: asyncio.Task<string | null>): Coroutine<string> {
  const value = yield* task;
  return `outer got ${String(value)}`;
}

function* main(): Coroutine<void> {
  const inner_task = asyncio.create_task(inner());
  const outer_task = asyncio.create_task(outer(inner_task));
  yield* asyncio.sleep(0.01);
  yield* print("cancel:", outer_task.cancel());
  yield* print(yield* outer_task, outer_task.cancelled(), inner_task.cancelled());
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
