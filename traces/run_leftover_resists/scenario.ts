/** A leftover task refuses its cancellation: asyncio.run waits for it all the same. */
import { asyncio, except, print, type Blocking, type Coroutine } from "interloop";

function* leftover(): Coroutine<string> {
  for (const number of [0, 1, 2]) {
    try {
      yield* asyncio.sleep(0.02);
      yield* print("slept", number);
    } catch (thrown) {
      except(thrown, asyncio.CancelledError);
      yield* print("refused", number);
    }
  }
  return "done";
}

function* main(): Coroutine<asyncio.Task<string>> {
  const task = asyncio.create_task(leftover());
  yield* asyncio.sleep(0);
  return task;
}

export default function* program(): Blocking<void> {
  const task = yield* asyncio.run(main());
  yield* print(task.cancelled(), task.result());
}
