/** What __context__ and __cause__ hold after raising inside except and finally, and in a task's cancellation. */
import { asyncio, builtins, except, print, raise, repr, type Blocking, type Coroutine } from "interloop";

const { BaseException, KeyError, ValueError } = builtins;

function chain(error: builtins.BaseException | null): string {
  const seen: string[] = [];
  while (error !== null) {
    seen.push(repr(error) + (error.__cause__ === null ? "" : ` from ${repr(error.__cause__)}`));
    error = error.__context__;
  }
  return seen.join(" <- ");
}

function in_except(): void {
  try {
    throw new KeyError("first");
  } catch (thrown) {
    raise(new ValueError("second"), { handling: except(thrown, KeyError) });
  }
}

function in_finally(): void {
  try {
    throw new KeyError("first");
  } catch (thrown) {
    // JavaScript's finally does not know what it interrupts.
    raise(new ValueError("second"), { handling: except(thrown, BaseException) });
  }
}

function raise_from(): void {
  try {
    throw new KeyError("first");
  } catch (thrown) {
    const error = except(thrown, KeyError);
    raise(new ValueError("second"), { from: error, handling: error });
  }
}

function raise_from_none(): void {
  try {
    throw new KeyError("first");
  } catch (thrown) {
    raise(new ValueError("second"), { from: null, handling: except(thrown, KeyError) });
  }
}

function raise_same_again(): void {
  const error = new ValueError("same");
  try {
    throw error;
  } catch (thrown) {
    raise(error, { handling: except(thrown, ValueError) });
  }
}

function* replaced(): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    raise(new ValueError("instead of the cancellation"), { handling: except(thrown, asyncio.CancelledError) });
  }
}

function* main(): Coroutine<void> {
  const task = asyncio.create_task(replaced());
  yield* asyncio.sleep(0);
  task.cancel();
  try {
    yield* task;
  } catch (thrown) {
    const error = except(thrown, ValueError);
    yield* print("replaced:", chain(error), task.cancelled());
  }
}

export default function* program(): Blocking<void> {
  for (const fn of [in_except, in_finally, raise_from, raise_from_none, raise_same_again]) {
    try {
      fn();
    } catch (thrown) {
      const error = except(thrown, ValueError);
      yield* print(`${fn.name}:`, chain(error), error.__suppress_context__);
    }
  }
  yield* asyncio.run(main());
}
