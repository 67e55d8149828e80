/** A leftover task raises while asyncio.run cancels it: the loop's exception handler reports it. */
import { asyncio, builtins, except, print, raise, repr, type Blocking, type Coroutine } from "interloop";

function* leftover(): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    except(thrown, asyncio.CancelledError, () => raise(new builtins.ValueError("failed while leaving")));
  }
}

function* main(): Coroutine<asyncio.Task<void>> {
  const task = asyncio.create_task(leftover());
  yield* asyncio.sleep(0);
  yield* print("main returns");
  return task;
}

export default function* program(): Blocking<void> {
  const task = yield* asyncio.run(main());
  yield* print(task.done(), task.cancelled(), repr(task.exception()));
}
