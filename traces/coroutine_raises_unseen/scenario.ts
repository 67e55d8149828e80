/** Nobody asks for the result of a submitted coroutine that raised: nothing is reported. */
import { asyncio, builtins, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(finished: threading.Event): Coroutine<never> {
  yield* finished.set();
  throw new builtins.ValueError("nobody sees this");
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  const finished = new threading.Event();
  yield* asyncio.run_coroutine_threadsafe(worker(finished), loop);
  yield* finished.wait();
  yield* loop.call_soon_threadsafe(print, "the loop goes on");
  yield* loop.call_soon_threadsafe(loop.stop);
  yield* thread.join();
  yield* loop.close();
}
