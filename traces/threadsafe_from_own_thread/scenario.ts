/** call_soon_threadsafe used in the loop's own thread keeps its place among call_soon's callbacks. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  loop.call_soon(print, "call_soon 1");
  yield* loop.call_soon_threadsafe(print, "call_soon_threadsafe");
  loop.call_soon(print, "call_soon 2");
  yield* asyncio.sleep(0);
  yield* print("main");
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
