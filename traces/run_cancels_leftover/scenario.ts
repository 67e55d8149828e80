/** asyncio.run cancels the task that main left behind, and waits until it has cleaned up. */
import { asyncio, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* leftover(): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("leftover:", repr(error));
    yield* asyncio.sleep(0.02);
    yield* print("leftover: cleaned up");
    throw error;
  }
}

function* main(): Coroutine<string> {
  asyncio.create_task(leftover());
  yield* asyncio.sleep(0);
  yield* print("main returns");
  return "value";
}

export default function* program(): Blocking<void> {
  yield* print(yield* asyncio.run(main()));
  yield* print("end");
}
