/** What run_coroutine_threadsafe says to things that are not coroutine objects. */
import { asyncio, builtins, concurrent, except, print, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  return;
}

// eslint-disable-next-line @typescript-eslint/require-await -- it is made, and never run
async function* generator() {
  yield 1;
}

function* attempt(label: string, thing: unknown, loop: asyncio.AbstractEventLoop) {
  try {
    yield* asyncio.run_coroutine_threadsafe(thing as Coroutine<unknown>, loop);
    yield* print(label, "accepted");
  } catch (thrown) {
    const error = except(thrown, builtins.TypeError);
    yield* print(label, "TypeError:", error);
  }
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  yield* attempt("coroutine function:", worker, loop);
  yield* attempt("async generator:", generator(), loop);
  yield* attempt("number:", 42, loop);
  yield* attempt("None:", null, loop);
  yield* attempt("asyncio future:", loop.create_future(), loop);
  yield* attempt("concurrent future:", new concurrent.futures.Future(), loop);
  yield* loop.close();
}
