/** When run_until_complete ends: callbacks queued before its own still run, those that they queue do not. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* main(loop: asyncio.AbstractEventLoop): Coroutine<string> {
  loop.call_soon(print, "queued by main");
  loop.call_soon(() => loop.call_soon(print, "queued by a callback"));
  return "value";
}

export default function* program(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  yield* print(yield* loop.run_until_complete(main(loop)));
  yield* print("second run");
  loop.stop();
  yield* loop.run_forever();
  yield* loop.close();
}
