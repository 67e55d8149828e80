/** A block that does something else with the cancellation of its timeout: swallows it, returns, or raises another exception. */
import { asyncio, builtins, except, print, raise, repr, type Blocking, type Coroutine } from "interloop";

function chain(error: builtins.BaseException): string {
  const seen: string[] = [];
  for (let link: builtins.BaseException | null = error; link !== null; link = link.__context__) {
    seen.push(repr(link) + (link.__cause__ === null ? "" : ` from ${repr(link.__cause__)}`));
  }
  return seen.join(" <- ");
}

class OwnCancelled extends asyncio.CancelledError {}

function* swallows(): Coroutine<void> {
  const timeout = asyncio.timeout(0);
  yield* timeout.with(function* () {
    try {
      yield* asyncio.sleep(10);
    } catch (thrown) {
      except(thrown, asyncio.CancelledError);
      yield* print("swallowed", asyncio.current_task()?.cancelling());
    }
  });
  yield* print(timeout, timeout.expired(), asyncio.current_task()?.cancelling());
  yield* asyncio.sleep(0);
}

function* returns(): Coroutine<string | undefined> {
  return yield* asyncio.timeout(0).with(function* (): Coroutine<string | undefined> {
    try {
      yield* asyncio.sleep(10);
    } catch (thrown) {
      except(thrown, asyncio.CancelledError);
      return "returned";
    }
    return undefined;
  });
}

function* replaces(make: () => builtins.BaseException): Coroutine<void> {
  yield* asyncio.timeout(0).with(function* () {
    try {
      yield* asyncio.sleep(10);
    } catch (thrown) {
      raise(make(), { handling: except(thrown, asyncio.CancelledError) });
    }
  });
}

function* replaces_twice(): Coroutine<void> {
  yield* asyncio.timeout(0).with(function* () {
    try {
      try {
        yield* asyncio.sleep(10);
      } catch (thrown) {
        raise(new builtins.KeyError("first"), { handling: except(thrown, asyncio.CancelledError) });
      }
    } catch (thrown) {
      const error = except(thrown, builtins.KeyError);
      raise(new builtins.ValueError("second"), { from: error, handling: error });
    }
  });
}

function* raises_later(): Coroutine<void> {
  yield* asyncio.timeout(0).with(function* () {
    try {
      yield* asyncio.sleep(10);
    } catch (thrown) {
      except(thrown, asyncio.CancelledError);
    }
    throw new builtins.ValueError("later");
  });
}

function* show(label: string, coroutine: Coroutine<unknown>): Coroutine<void> {
  try {
    yield* print(label, yield* coroutine);
  } catch (thrown) {
    const error = except(thrown, builtins.BaseException);
    yield* print(label, chain(error), asyncio.current_task()?.cancelling());
    if (!(error instanceof builtins.BaseExceptionGroup)) return;
    for (const member of (error as builtins.BaseExceptionGroup).exceptions) yield* print("  member:", chain(member));
  }
}

function group(): builtins.BaseException {
  const first = new builtins.ValueError("first");
  first.__context__ = new asyncio.CancelledError("of the first");
  return new builtins.ExceptionGroup("group", [first, new builtins.KeyError("second")]);
}

function* main(): Coroutine<void> {
  yield* show("swallows:", swallows());
  yield* show("returns:", returns());
  yield* show(
    "another:",
    replaces(() => new builtins.ValueError("another")),
  );
  yield* show(
    "subclass:",
    replaces(() => new OwnCancelled()),
  );
  yield* show(
    "new CancelledError:",
    replaces(() => new asyncio.CancelledError("new")),
  );
  yield* show("two:", replaces_twice());
  yield* show("later:", raises_later());
  yield* show("group:", replaces(group));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
