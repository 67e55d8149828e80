/** asyncio.run and loop.run_* inside a running loop. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

const { RuntimeError } = builtins;

function* inner(): Coroutine<void> {
  yield* print("never printed");
}

function* main(): Coroutine<void> {
  const coroutine = inner();
  try {
    yield* asyncio.run(coroutine);
  } catch (thrown) {
    const error = except(thrown, RuntimeError);
    yield* print("run:", error);
  }
  coroutine.return();
  const loop = asyncio.new_event_loop();
  try {
    yield* loop.run_until_complete(loop.create_future());
  } catch (thrown) {
    const error = except(thrown, RuntimeError);
    yield* print("another loop:", error);
  }
  yield* loop.close();
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
