/** The exception of a gather that nobody awaits is reported for the gather, not for the child. */
import { asyncio, builtins, print, type Blocking, type Coroutine } from "interloop";

function* fails(): Coroutine<void> {
  throw new builtins.ValueError("nobody looks");
}

function* main(): Coroutine<void> {
  const outer = asyncio.gather(fails(), fails());
  yield* asyncio.sleep(0);
  yield* asyncio.sleep(0);
  yield* print(outer.done());
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
