/** asyncio.get_event_loop in the main thread with no loop set: it makes one, later versions warn. */
import { asyncio, print, type Blocking } from "interloop";

export default function* program(): Blocking<void> {
  const loop = asyncio.get_event_loop();
  yield* print("closed:", loop.is_closed(), "running:", loop.is_running(), "same:", asyncio.get_event_loop() === loop);
  yield* loop.close();
}
