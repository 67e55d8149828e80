/** A task whose coroutine yields something else than a future: a RuntimeError is thrown into it. */
import { asyncio, builtins, except, print, tuple, type Blocking, type Coroutine } from "interloop";

class Yields implements asyncio.Awaitable<unknown> {
  readonly thing: unknown;

  constructor(thing: unknown) {
    this.thing = thing;
  }

  *[Symbol.iterator](): Coroutine<unknown> {
    return yield this.thing as asyncio.Await;
  }
}

function* attempt(label: string, thing: unknown): Coroutine<void> {
  try {
    yield* print(label, yield* new Yields(thing));
  } catch (thrown) {
    const error = except(thrown, builtins.RuntimeError);
    yield* print(label, "RuntimeError:", error);
  }
}

function* main(): Coroutine<void> {
  yield* attempt("None:", null);
  yield* attempt("number:", 42);
  yield* attempt("string:", "text");
  yield* attempt("tuple:", tuple(1, 2));
  yield* attempt("list:", [1.5, null, true]);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
