/** Two tasks await one coroutine object at the same time. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<number> {
  yield* asyncio.sleep(0.01);
  return 42;
}

function* waits(name: string, coroutine: Coroutine<number>): Coroutine<void> {
  try {
    yield* print(name, yield* coroutine);
  } catch (thrown) {
    const error = except(thrown, builtins.RuntimeError);
    yield* print(name, "RuntimeError:", error);
  }
}

function* main(): Coroutine<void> {
  const coroutine = worker();
  const first = asyncio.create_task(waits("first", coroutine));
  const second = asyncio.create_task(waits("second", coroutine));
  yield* first;
  yield* second;
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
