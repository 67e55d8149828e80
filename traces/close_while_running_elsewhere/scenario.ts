/** A loop that runs in one thread cannot be closed, or run, by another. */
import { asyncio, builtins, except, print, threading, type Blocking } from "interloop";

function* attempt(label: string, action: () => Blocking<unknown>): Blocking<void> {
  try {
    yield* print(label, yield* action());
  } catch (thrown) {
    yield* print(label, "RuntimeError:", except(thrown, builtins.RuntimeError));
  }
}

export default function* program(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const started = new threading.Event();
  loop.call_soon(() => started.set());
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  yield* started.wait();
  yield* attempt("close:", () => loop.close());
  yield* attempt("is_running:", function* () {
    return loop.is_running();
  });
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* attempt("close:", () => loop.close());
}
