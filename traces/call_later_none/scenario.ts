/** call_later and call_at with None instead of a time. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* attempt(label: string, action: () => unknown): Blocking<void> {
  try {
    action();
    yield* print(label, "accepted");
  } catch (thrown) {
    const error = except(thrown, [builtins.TypeError, builtins.AssertionError]);
    yield* print(label, `${error.name}:`, error);
  }
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  yield* attempt("call_later(None):", () => loop.call_later(null as never, print));
  yield* attempt("call_at(None):", () => loop.call_at(null as never, print));
  yield* attempt("call_later('1'):", () => loop.call_later("1" as never, print));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
