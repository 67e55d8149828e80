/** gather refuses an argument, but the ones before it are its children already: they run, and an exception of theirs counts as seen. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* child(): Coroutine<void> {
  yield* print("runs in", asyncio.current_task()?.get_name());
  throw new builtins.ValueError("seen by nobody");
}

function* main(): Coroutine<void> {
  try {
    asyncio.gather(child(), 1 as never);
  } catch (thrown) {
    yield* print(except(thrown, builtins.TypeError));
  }
  for (let n = 0; n < 3; n++) yield* asyncio.sleep(0);
  yield* print("after");
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
