/** sys.exit in a callback leaves run_forever; the loop can run again and goes on where it was. */
import { asyncio, builtins, except, print, sys, type Blocking } from "interloop";

export default function* program(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  loop.call_soon(print, "before");
  loop.call_soon(() => sys.exit("a message"));
  loop.call_soon(print, "after");
  loop.call_soon(loop.stop);
  try {
    yield* loop.run_forever();
  } catch (thrown) {
    const error = except(thrown, builtins.SystemExit);
    yield* print("SystemExit:", error.code, "running:", loop.is_running());
  }
  yield* loop.run_forever();
  yield* loop.close();
}
