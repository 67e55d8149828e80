/** call_soon from a foreign thread to a loop with nothing else to do: the callback is never run. */
import { asyncio, print, threading, time, type Blocking } from "interloop";

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  yield* new threading.Thread({ target: loop.run_forever }).start();
  yield* time.sleep(0.1);
  loop.call_soon(print, "never printed");
  loop.call_soon(loop.stop);
  yield* print("scheduled; the loop sleeps on");
}
