/** run_until_complete of the loop that is running: refused, and nothing else changes. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

const { RuntimeError } = builtins;

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  try {
    yield* loop.run_until_complete(loop.create_future());
  } catch (thrown) {
    const error = except(thrown, RuntimeError);
    yield* print("RuntimeError:", error);
  }
  yield* print("running:", loop.is_running());
  try {
    yield* print("running loop:", asyncio.get_running_loop() === loop);
  } catch (thrown) {
    const error = except(thrown, RuntimeError);
    yield* print("running loop:", error);
  }
}

export default function* program(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  yield* loop.run_until_complete(main());
  yield* loop.close();
}
