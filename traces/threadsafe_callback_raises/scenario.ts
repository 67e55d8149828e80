/** A callback given to call_soon_threadsafe raises: the loop reports it and goes on. */
import { asyncio, builtins, print, threading, type Blocking } from "interloop";

function fails(number: number): void {
  throw new builtins.ValueError("callback failed", number);
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  yield* loop.call_soon_threadsafe(fails, 1);
  yield* loop.call_soon_threadsafe(print, "the next callback runs");
  yield* loop.call_soon_threadsafe(loop.stop);
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  yield* thread.join();
  yield* loop.close();
}
