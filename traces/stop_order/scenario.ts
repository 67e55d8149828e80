/** stop() lets the current batch of callbacks finish; what they schedule waits for the next run. */
import { asyncio, print, type Blocking } from "interloop";

function* first(loop: asyncio.AbstractEventLoop): Blocking<void> {
  yield* print("first");
  loop.call_soon(print, "scheduled by first");
  loop.stop();
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  loop.call_soon(first, loop);
  loop.call_soon(print, "second");
  yield* loop.run_forever();
  yield* print("stopped");
  loop.stop();
  loop.call_later(0.01, print, "timer, never printed");
  yield* loop.run_forever();
  yield* print("stopped again");
  yield* loop.close();
}
