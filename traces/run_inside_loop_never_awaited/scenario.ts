/** asyncio.run inside a running loop, as a user writes it: the coroutine is reported as never awaited. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* inner(): Coroutine<void> {
  yield* print("never printed");
}

function* main(): Coroutine<void> {
  yield* asyncio.run(inner());
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
