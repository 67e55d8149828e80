/** A timer whose time is not a number: due at once, until 3.13 lets it break the loop. */
import { asyncio, builtins, except, print, type Blocking } from "interloop";

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  loop.call_later(NaN, print, "after nan");
  loop.call_later(0.01, print, "after 0.01");
  loop.call_later(0.02, loop.stop);
  try {
    yield* loop.run_forever();
  } catch (thrown) {
    const error = except(thrown, builtins.ValueError);
    yield* print("ValueError:", error);
  }
  yield* loop.close();
}
