/** run_until_complete with a future of another loop, with a number, and with a failed and a cancelled future. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

const { TypeError, ValueError } = builtins;

function* fails(): Coroutine<void> {
  throw new ValueError("failed");
}

function* attempt(label: string, loop: asyncio.AbstractEventLoop, thing: asyncio.Future | Coroutine<unknown>) {
  try {
    yield* print(label, yield* loop.run_until_complete(thing));
  } catch (thrown) {
    const error = except(thrown, [TypeError, ValueError, asyncio.CancelledError]);
    if (error instanceof asyncio.CancelledError) yield* print(label, repr(error));
    else yield* print(label, `${error.name}:`, error);
  }
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const other = asyncio.new_event_loop();
  yield* attempt("a number:", loop, 42 as never);
  yield* attempt("a foreign future:", loop, other.create_future());
  yield* attempt("a failing coroutine:", loop, fails());
  const done = loop.create_future();
  done.set_result("value");
  yield* attempt("a done future:", loop, done);
  const cancelled = loop.create_future();
  loop.call_soon(() => cancelled.cancel());
  yield* attempt("a cancelled future:", loop, cancelled);
  yield* loop.close();
  yield* other.close();
}
