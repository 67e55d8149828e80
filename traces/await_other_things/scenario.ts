/** `await` on things that cannot be awaited. */
import { asyncio, builtins, concurrent, except, print, threading, type Blocking, type Coroutine } from "interloop";

class Plain {}

class BadAwait {
  [Symbol.iterator](): number {
    return 42;
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- only what it is matters
async function* generator(): AsyncGenerator<number> {
  yield 1;
}

function* attempt(label: string, thing: unknown): Coroutine<void> {
  try {
    yield* print(label, yield* thing as asyncio.Awaitable<unknown>);
  } catch (thrown) {
    const error = except(thrown, builtins.TypeError);
    yield* print(label, "TypeError:", error);
  }
}

function* main(): Coroutine<void> {
  yield* attempt("number:", 42);
  yield* attempt("None:", null);
  yield* attempt("string:", "text");
  yield* attempt("list:", []);
  yield* attempt("function:", attempt);
  yield* attempt("object:", new Plain());
  yield* attempt("bad __await__:", new BadAwait());
  yield* attempt("async generator:", generator());
  yield* attempt("thread:", new threading.Thread({ target: print }));
  yield* attempt("event:", new threading.Event());
  yield* attempt("concurrent future:", new concurrent.futures.Future());
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
