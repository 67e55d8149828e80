/** A task's outcome cannot be set from outside. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<null> {
  yield* asyncio.sleep(0.01);
  return null;
}

function* main(): Coroutine<void> {
  const task = asyncio.create_task(worker());
  try {
    task.set_result(42);
  } catch (thrown) {
    const error = except(thrown, builtins.RuntimeError);
    yield* print("set_result:", error);
  }
  try {
    task.set_exception(new builtins.ValueError());
  } catch (thrown) {
    const error = except(thrown, builtins.RuntimeError);
    yield* print("set_exception:", error);
  }
  for (const question of [() => task.result(), () => task.exception()]) {
    try {
      question();
    } catch (thrown) {
      const error = except(thrown, asyncio.InvalidStateError);
      yield* print("InvalidStateError:", error);
    }
  }
  yield* task;
  yield* print("awaited:", task.result());
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
