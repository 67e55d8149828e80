/** run_coroutine_threadsafe and call_soon_threadsafe take the submitter's context along. */
import { asyncio, contextvars, print, threading, type Blocking, type Coroutine } from "interloop";

const VARIABLE = new contextvars.ContextVar("VARIABLE", { default: "default" });

function* worker(): Coroutine<string> {
  const before = VARIABLE.get();
  VARIABLE.set("set by the worker");
  return before;
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  yield* print("worker:", yield* (yield* asyncio.run_coroutine_threadsafe(worker(), loop)).result());
  VARIABLE.set("submitter");
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), loop);
  VARIABLE.set("changed since");
  yield* print("worker:", yield* future.result());
  yield* print("submitter:", VARIABLE.get());
  yield* loop.call_soon_threadsafe(() => print("callback:", VARIABLE.get()));
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
