/** The first failure in a task group cancels the other tasks and the block; the block's cancellation is taken back. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* fails(): Coroutine<void> {
  yield* asyncio.sleep(0.01);
  throw new builtins.ValueError("first");
}

function* waits(name: string): Coroutine<void> {
  try {
    yield* asyncio.sleep(1);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("cancelled", name, repr(error));
    throw error;
  }
}

function* in_body(): Coroutine<void> {
  const task = asyncio.current_task() as asyncio.Task;
  const group = new asyncio.TaskGroup();
  try {
    yield* group.with(function* () {
      group.create_task(fails());
      group.create_task(waits("sibling"));
      try {
        yield* asyncio.sleep(1);
      } finally {
        yield* print("block", task.cancelling(), group);
      }
    });
  } catch (thrown) {
    const error = except(thrown, builtins.ExceptionGroup);
    yield* print(repr(error), error.__context__, error.__suppress_context__, task.cancelling(), group);
  }
  yield* asyncio.sleep(0);
  yield* print("goes on", task.cancelling());
}

function* at_exit(): Coroutine<void> {
  const task = asyncio.current_task() as asyncio.Task;
  const group = new asyncio.TaskGroup();
  try {
    yield* group.with(function* () {
      group.create_task(fails());
      group.create_task(waits("sibling"));
      yield* print("end of block");
    });
  } catch (thrown) {
    const error = except(thrown, builtins.ExceptionGroup);
    yield* print(repr(error), repr(error.__context__), task.cancelling(), group);
  }
  yield* asyncio.sleep(0);
  yield* print("goes on", task.cancelling());
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(in_body());
  yield* asyncio.run(at_exit());
}
