/** In debug mode call_soon and its relatives refuse what is not a plain callable. */
import { asyncio, builtins, except, print, str, type Blocking, type Coroutine } from "interloop";

function* coroutine_function(): Coroutine<void> {}

function* attempt(label: string, action: () => unknown): Blocking<void> {
  try {
    const called = action();
    if (builtins.is_generator(called)) yield* called as Blocking<unknown>;
    yield* print(label, "accepted");
  } catch (thrown) {
    const error = except(thrown, builtins.TypeError);
    yield* print(label, "TypeError:", str(error).split(", got ")[0]);
  }
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const coroutine = coroutine_function as never;
  yield* attempt("call_soon(coroutine function):", () => loop.call_soon(coroutine));
  yield* attempt("call_later(coroutine function):", () => loop.call_later(0, coroutine));
  yield* attempt("call_at(coroutine function):", () => loop.call_at(0, coroutine));
  yield* attempt("call_soon_threadsafe(coroutine function):", () => loop.call_soon_threadsafe(coroutine));
  yield* attempt("call_soon(42):", () => loop.call_soon(42 as never));
  yield* attempt("call_later(42):", () => loop.call_later(0, 42 as never));
  yield* attempt("call_soon_threadsafe(42):", () => loop.call_soon_threadsafe(42 as never));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main(), { debug: true });
}
