/** Coroutines that are made and dropped, and those that are awaited twice. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

const { RuntimeError } = builtins;

function* worker(): Coroutine<number> {
  return 42;
}

function* main(): Coroutine<void> {
  void worker();
  yield* print("dropped");
  const coroutine = worker();
  yield* print("first:", yield* coroutine);
  try {
    yield* print("second:", yield* coroutine);
  } catch (thrown) {
    const error = except(thrown, RuntimeError);
    yield* print("second:", error);
  }
  const finished = worker();
  const task = asyncio.create_task(finished);
  yield* print("task:", yield* task, yield* task);
  try {
    yield* finished;
  } catch (thrown) {
    const error = except(thrown, RuntimeError);
    yield* print("the task's coroutine:", error);
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
