/** run_coroutine_threadsafe with its arguments swapped, and with None for a loop that was never made. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  yield* print("never printed");
}

function* attempt(label: string, coroutine: unknown, loop: unknown): Blocking<void> {
  try {
    yield* asyncio.run_coroutine_threadsafe(coroutine as Coroutine<void>, loop as asyncio.AbstractEventLoop);
    yield* print(label, "accepted");
  } catch (thrown) {
    const error = except(thrown, [builtins.TypeError, builtins.AttributeError]);
    yield* print(label, `${error.name}:`, error);
  }
}

export default function* program(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const coroutine = worker();
  yield* attempt("swapped:", loop, coroutine);
  yield* attempt("no loop:", coroutine, null);
  coroutine.return();
  yield* loop.close();
}
