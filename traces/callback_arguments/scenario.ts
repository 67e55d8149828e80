/** Callbacks that are not callable or that are coroutines: accepted, and reported when their turn comes. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* coroutine_function(): Coroutine<void> {
  yield* print("never printed");
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  // @ts-expect-error -- the compiler refuses both
  loop.call_soon(42);
  // @ts-expect-error -- here too, of course
  loop.call_soon(coroutine_function);
  yield* asyncio.sleep(0);
  yield* print("main goes on");
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
