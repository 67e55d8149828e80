/** sys.exit in a task leaves the loop at once; what awaited it is cancelled; the process ends with the code. */
import { asyncio, builtins, except, print, repr, sys, type Blocking, type Coroutine } from "interloop";

function* exits(): Coroutine<void> {
  yield* asyncio.sleep(0);
  sys.exit(3);
}

function* main(): Coroutine<void> {
  const task = asyncio.create_task(exits());
  try {
    yield* task;
  } catch (thrown) {
    const error = except(thrown, builtins.BaseException);
    yield* print("main:", repr(error));
    throw error;
  }
}

export default function* program(): Blocking<void> {
  try {
    yield* asyncio.run(main());
  } catch (thrown) {
    const error = except(thrown, builtins.SystemExit);
    yield* print("asyncio.run:", repr(error));
    throw error;
  }
}
