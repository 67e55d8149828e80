/** Timers run by deadline; a delay of zero or below is a timer too, and runs after what is already scheduled. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  loop.call_later(0.06, print, "0.06");
  loop.call_later(0.02, print, "0.02");
  loop.call_later(0.04, print, "0.04");
  loop.call_later(0, print, "0");
  loop.call_later(-1, print, "-1");
  loop.call_soon(print, "soon");
  yield* asyncio.sleep(0);
  yield* print("main after one iteration");
  yield* asyncio.sleep(0);
  yield* print("main after two iterations");
  yield* asyncio.sleep(0.1);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
