/** What gather refuses, and how it reads. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  for (const wrong of [1, null, "text", asyncio.sleep]) {
    try {
      asyncio.gather(wrong as never);
    } catch (thrown) {
      yield* print(except(thrown, builtins.TypeError));
    }
  }

  const other = asyncio.new_event_loop();
  const foreign = other.create_future();
  try {
    asyncio.gather(loop.create_future(), foreign);
  } catch (thrown) {
    yield* print(except(thrown, builtins.ValueError));
  }
  yield* print(asyncio.gather(foreign).get_loop() === other);
  yield* other.close();

  const pending = asyncio.gather(loop.create_future());
  yield* print(pending);
  for (const method of [() => pending.result(), () => pending.exception()]) {
    try {
      method();
    } catch (thrown) {
      yield* print(except(thrown, asyncio.InvalidStateError));
    }
  }
  const future = loop.create_future();
  const outer = asyncio.gather(future);
  future.set_exception(new builtins.ValueError("text"));
  try {
    yield* outer;
  } catch (thrown) {
    except(thrown, builtins.ValueError);
    yield* print(outer);
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
