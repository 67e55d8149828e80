/** asyncio.timeout came with 3.11. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<void> {
  for (const make of [() => asyncio.timeout(1), () => asyncio.timeout_at(1), () => new asyncio.Timeout(1)]) {
    try {
      yield* print(make());
    } catch (thrown) {
      yield* print(except(thrown, builtins.AttributeError));
    }
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
