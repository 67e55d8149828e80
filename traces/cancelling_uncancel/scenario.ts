/** cancelling() counts the requests, uncancel() takes one back; since 3.13 the last one withdraws the cancellation. */
import { asyncio, except, print, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<string> {
  const task = asyncio.current_task() as asyncio.Task;
  yield* print("at start:", task.cancelling());
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    yield* print("cancelled:", task.cancelling());
  }
  yield* print("uncancel:", task.uncancel(), task.uncancel(), task.uncancel());
  task.cancel();
  yield* print("cancelling:", task.cancelling(), "uncancel:", task.uncancel());
  try {
    yield* asyncio.sleep(0);
    yield* print("the cancellation was withdrawn");
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    yield* print("cancelled all the same:", task.cancelling());
  }
  return "value";
}

function* main(): Coroutine<void> {
  const task = asyncio.create_task(worker());
  yield* asyncio.sleep(0);
  yield* print("cancel:", task.cancel(), task.cancel(), task.cancelling());
  yield* print(yield* task, task.cancelling(), task.cancelled());
  yield* print("after the end:", task.cancel(), task.cancelling(), task.uncancel());
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
