/** A timeout that has expired leaves no trace in the task's count of cancellations. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* child(): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } finally {
    yield* print("in the child:", asyncio.current_task()?.cancelling());
  }
}

function* main(): Coroutine<void> {
  const task = asyncio.current_task();
  for (const timeout of [0.01, 0]) {
    try {
      yield* asyncio.wait_for(child(), timeout);
    } catch (thrown) {
      except(thrown, builtins.TimeoutError);
      yield* print("after:", task?.cancelling());
    }
  }
  task?.cancel();
  try {
    yield* asyncio.sleep(0);
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
  }
  yield* print("cancelled before:", task?.cancelling());
  try {
    yield* asyncio.wait_for(child(), 0.01);
  } catch (thrown) {
    const error = except(thrown, builtins.TimeoutError);
    yield* print("after:", task?.cancelling(), repr(error));
  }
  task?.uncancel();
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
