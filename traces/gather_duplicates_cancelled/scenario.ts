/** A child that stands twice among the arguments is cancelled twice. */
import { asyncio, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* child(): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("cancelling:", asyncio.current_task()?.cancelling());
    throw error;
  }
}

function* main(): Coroutine<void> {
  const task = asyncio.create_task(child());
  const outer = asyncio.gather(task, task, task);
  yield* asyncio.sleep(0);
  yield* print(outer.cancel(), task.cancelling());
  try {
    yield* outer;
  } catch (thrown) {
    yield* print(repr(except(thrown, asyncio.CancelledError)), task.cancelled());
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
