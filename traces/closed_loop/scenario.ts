/** What a closed loop refuses, and what it still does. */
import { asyncio, builtins, except, print, types, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  // pass
}

function* attempt(label: string, action: () => unknown): Blocking<void> {
  try {
    const given = action();
    const result = builtins.is_generator(given) ? yield* given as Blocking<unknown> : given;
    yield* print(label, typeof result === "boolean" ? result : "accepted");
  } catch (thrown) {
    yield* print(label, "RuntimeError:", except(thrown, builtins.RuntimeError));
  }
}

export default function* program(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  loop.call_soon(print, "never printed");
  yield* loop.close();
  const coroutine = worker();
  yield* attempt("call_soon:", () => loop.call_soon(print));
  yield* attempt("call_later:", () => loop.call_later(1, print));
  yield* attempt("call_at:", () => loop.call_at(1, print));
  yield* attempt("call_soon_threadsafe:", () => loop.call_soon_threadsafe(print));
  yield* attempt("create_task:", () => loop.create_task(coroutine));
  yield* attempt("run_forever:", () => loop.run_forever());
  yield* attempt("run_until_complete:", () => loop.run_until_complete(coroutine));
  yield* attempt("create_future:", () => loop.create_future());
  yield* attempt("time:", () => loop.time());
  yield* attempt("stop:", () => loop.stop());
  yield* attempt("close:", () => loop.close());
  yield* attempt("is_closed:", () => loop.is_closed());
  yield* attempt("is_running:", () => loop.is_running());
  yield* types.CoroutineType.close(coroutine);
}
