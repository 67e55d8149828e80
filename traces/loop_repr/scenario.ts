/** How a loop prints itself. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<void> {
  yield* print(asyncio.get_running_loop());
}

export default function* program(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  yield* print(loop);
  yield* loop.run_until_complete(main());
  loop.set_debug(true);
  yield* print(loop);
  yield* loop.close();
  yield* print(loop);
}
