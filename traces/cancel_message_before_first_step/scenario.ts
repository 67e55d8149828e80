/** The message of a cancellation that comes before the task's first step, or that the task gives itself. */
import { asyncio, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* never_runs(): Coroutine<void> {
  yield* print("never printed");
}

function* cancels_itself(): Coroutine<void> {
  asyncio.current_task()?.cancel("from itself");
  try {
    yield* asyncio.sleep(0);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("cancels_itself:", error.args);
    throw error;
  }
}

function* main(): Coroutine<void> {
  const task = asyncio.create_task(never_runs());
  task.cancel("before the first step");
  for (const waiting of [task, asyncio.create_task(cancels_itself())]) {
    try {
      yield* waiting;
    } catch (thrown) {
      const error = except(thrown, asyncio.CancelledError);
      yield* print("main:", error.args, "context:", repr(error.__context__));
    }
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
