/** A cancellation's message on its way through three levels of awaiting tasks. */
import { asyncio, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* level(number: number, inner: asyncio.Awaitable<void>): Coroutine<void> {
  try {
    yield* inner;
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("level", number, error.args, "context:", repr(error.__context__));
    throw error;
  }
}

function* main(): Coroutine<void> {
  const innermost = asyncio.create_task(level(0, asyncio.sleep(10)));
  const middle = asyncio.create_task(level(1, innermost));
  const outer = asyncio.create_task(level(2, middle));
  yield* asyncio.sleep(0.01);
  outer.cancel("the message");
  try {
    yield* outer;
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("main", error.args);
  }
  for (const task of [innermost, middle, outer]) {
    try {
      task.result();
    } catch (thrown) {
      const error = except(thrown, asyncio.CancelledError);
      yield* print("result()", error.args);
    }
    try {
      task.exception();
    } catch (thrown) {
      const error = except(thrown, asyncio.CancelledError);
      yield* print("exception()", error.args);
    }
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
