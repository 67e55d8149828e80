/** A task cancels itself: the error arrives at its next await; what it does until then decides its end. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* returns(): Coroutine<string> {
  asyncio.current_task()?.cancel();
  return "value";
}

function* raises(): Coroutine<string> {
  asyncio.current_task()?.cancel();
  throw new builtins.ValueError("raised instead");
}

function* awaits(): Coroutine<void> {
  asyncio.current_task()?.cancel();
  try {
    yield* asyncio.sleep(0);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("awaits: cancelled at sleep(0)");
    throw error;
  }
}

function* awaits_done(): Coroutine<string> {
  const done = asyncio.get_running_loop().create_future<number>();
  done.set_result(42);
  asyncio.current_task()?.cancel();
  yield* print("awaits_done: not suspended,", yield* done);
  return "value";
}

function* swallows(): Coroutine<string> {
  asyncio.current_task()?.cancel();
  try {
    yield* asyncio.sleep(0);
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
  }
  yield* asyncio.sleep(0);
  return "swallowed";
}

function* main(): Coroutine<void> {
  for (const func of [returns, raises, awaits, awaits_done, swallows]) {
    const task = asyncio.create_task(func());
    let outcome: string;
    try {
      outcome = repr(yield* task);
    } catch (thrown) {
      const error = except(thrown, [builtins.ValueError, asyncio.CancelledError]);
      outcome = repr(error);
    }
    yield* print(func.name, outcome, "cancelled:", task.cancelled());
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
