/** asyncio.wrap_future of something else, of a done and of a cancelled concurrent future. */
import { asyncio, builtins, concurrent, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* attempt(label: string, thing: unknown): Coroutine<void> {
  try {
    yield* print(label, yield* asyncio.wrap_future(thing as concurrent.futures.Future));
  } catch (thrown) {
    const error = except(thrown, [builtins.AssertionError, builtins.ValueError, ...expected]);
    if (error instanceof asyncio.CancelledError) yield* print(label, repr(error));
    else if (error instanceof asyncio.TimeoutError) yield* print(label, "asyncio.TimeoutError", error);
    else if (error instanceof concurrent.futures.TimeoutError)
      yield* print(label, "concurrent.futures.TimeoutError", error);
    else yield* print(label, `${error.name}:`, error);
  }
}

const expected = [asyncio.CancelledError, asyncio.TimeoutError, concurrent.futures.TimeoutError];

function* failed(error: builtins.BaseException): Blocking<concurrent.futures.Future> {
  const future = new concurrent.futures.Future();
  yield* future.set_exception(error);
  return future;
}

function* main(): Coroutine<void> {
  yield* attempt("number:", 42);
  const done = new concurrent.futures.Future<string>();
  yield* done.set_result("value");
  yield* attempt("done:", done);
  const cancelled = new concurrent.futures.Future();
  yield* cancelled.cancel();
  yield* attempt("cancelled:", cancelled);
  yield* attempt("failed:", yield* failed(new builtins.ValueError("v")));
  const concurrentCancelled = new concurrent.futures.CancelledError("c");
  yield* attempt("with a concurrent CancelledError:", yield* failed(concurrentCancelled));
  yield* attempt("with a concurrent TimeoutError:", yield* failed(new concurrent.futures.TimeoutError("t")));
  yield* attempt("with an asyncio TimeoutError:", yield* failed(new asyncio.TimeoutError("t")));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
