/** Debug mode reports a callback and a task step that take longer than loop.slow_callback_duration. */
import { asyncio, time, type Blocking, type Coroutine } from "interloop";

function* slow(): Blocking<void> {
  yield* time.sleep(0.06);
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  loop.slow_callback_duration = 0.05;
  loop.call_soon(slow);
  yield* asyncio.sleep(0);
  yield* asyncio.sleep(0);
  yield* time.sleep(0.06);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main(), { debug: true });
}
