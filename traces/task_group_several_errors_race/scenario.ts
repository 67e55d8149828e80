/** Tasks that fail because their group is cancelled: the order of the errors is that of a set. */
import { asyncio, builtins, except, print, raise, type Blocking, type Coroutine } from "interloop";

function* fails_when_cancelled(name: string): Coroutine<void> {
  try {
    yield* asyncio.sleep(1);
  } catch (thrown) {
    const e = except(thrown, asyncio.CancelledError);
    raise(new builtins.KeyError(name), { handling: e });
  }
}

function* crash(): Coroutine<void> {
  yield* asyncio.sleep(0.01);
  throw new builtins.ValueError("first");
}

function* main(): Coroutine<void> {
  try {
    yield* new asyncio.TaskGroup().with(function* (group) {
      for (const name of "ab") group.create_task(fails_when_cancelled(name));
      group.create_task(crash());
      yield* fails_when_cancelled("block");
    });
  } catch (thrown) {
    const group = except(thrown, builtins.ExceptionGroup);
    yield* print(...group.exceptions);
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
