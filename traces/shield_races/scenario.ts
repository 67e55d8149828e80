/** The end of what is shielded meets the cancellation of the shield, in every order. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* parent(inner: asyncio.Future<string>): Coroutine<void> {
  try {
    yield* print("parent:", yield* asyncio.shield(inner));
  } catch (thrown) {
    const error = except(thrown, [builtins.ValueError, asyncio.CancelledError]);
    yield* print("parent:", repr(error));
    throw error;
  }
}

function finish(inner: asyncio.Future<string>, how: string): void {
  if (how === "result") inner.set_result("result");
  else if (how === "error") inner.set_exception(new builtins.ValueError("v"));
  else inner.cancel();
}

function* main(): Coroutine<void> {
  for (const how of ["result", "error", "cancel"]) {
    for (const between of [-1, 0, 1, 2, 3]) {
      const inner = asyncio.get_running_loop().create_future<string>();
      const waiting = asyncio.create_task(parent(inner));
      yield* asyncio.sleep(0);
      if (between < 0) {
        yield* print(how, "after the cancellation:", waiting.cancel());
        finish(inner, how);
      } else {
        finish(inner, how);
        for (let hop = 0; hop < between; hop++) yield* asyncio.sleep(0);
        yield* print(how, between, "hops before the cancellation:", waiting.cancel());
      }
      yield* asyncio.wait([waiting]);
      yield* print(waiting.cancelled(), inner);
      if (how === "error") {
        inner.exception();
        if (!waiting.cancelled()) waiting.exception();
      }
    }
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
