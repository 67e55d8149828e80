/** run_forever of the loop that is running: refused. CPython 3.13.0 then also takes the running loop away. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

const { RuntimeError } = builtins;

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  try {
    yield* loop.run_forever();
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
  yield* asyncio.sleep(0);
  yield* print("main goes on");
}

export default function* program(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  yield* loop.run_until_complete(main());
  yield* loop.close();
}
