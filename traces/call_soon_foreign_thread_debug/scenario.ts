/** In debug mode call_soon, call_later and call_at refuse a foreign thread; call_soon_threadsafe does not. */
import { asyncio, builtins, except, print, threading, time, type Blocking } from "interloop";

function* attempt(label: string, action: () => unknown): Blocking<void> {
  try {
    const called = action();
    if (builtins.is_generator(called)) yield* called as Blocking<unknown>;
    yield* print(label, "accepted");
  } catch (thrown) {
    const error = except(thrown, builtins.RuntimeError);
    yield* print(label, "RuntimeError:", error);
  }
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  loop.set_debug(true);
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  yield* time.sleep(0.1);
  yield* attempt("call_soon:", () => loop.call_soon(print, "never printed"));
  yield* attempt("call_later:", () => loop.call_later(0, print, "never printed"));
  yield* attempt("call_at:", () => loop.call_at(0, print, "never printed"));
  yield* attempt("create_task before:", () => loop.create_future());
  yield* attempt("stop by call_soon_threadsafe:", () => loop.call_soon_threadsafe(loop.stop));
  yield* thread.join();
  yield* attempt("call_soon on the stopped loop:", () => loop.call_soon(print, "never printed"));
  yield* loop.close();
}
