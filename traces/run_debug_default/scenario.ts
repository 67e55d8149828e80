/** The debug flag of loops: off by default, set by asyncio.run, and readable. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<boolean> {
  return asyncio.get_running_loop().get_debug();
}

export default function* program(): Blocking<void> {
  yield* print(
    yield* asyncio.run(main()),
    yield* asyncio.run(main(), { debug: true }),
    yield* asyncio.run(main(), { debug: false }),
  );
  const loop = asyncio.new_event_loop();
  yield* print(loop.get_debug(), loop.slow_callback_duration);
  loop.set_debug(true);
  yield* print(loop.get_debug());
  yield* loop.close();
}
