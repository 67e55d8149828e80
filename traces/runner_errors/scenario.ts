/** asyncio.Runner: what it says when it is closed, nested, or given something else than a coroutine. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

const { RuntimeError, TypeError, ValueError } = builtins;

function* worker(): Coroutine<number> {
  return 42;
}

function* nested(runner: asyncio.Runner): Coroutine<void> {
  const coroutine = worker();
  try {
    yield* runner.run(coroutine);
  } catch (thrown) {
    const error = except(thrown, RuntimeError);
    yield* print("nested:", error);
  }
  coroutine.return(0);
}

function* attempt(label: string, action: () => Blocking<unknown>) {
  try {
    yield* print(label, yield* action());
  } catch (thrown) {
    const error = except(thrown, [TypeError, ValueError, RuntimeError]);
    yield* print(label, `${error.name}:`, error);
  }
}

export default function* main(): Blocking<void> {
  const runner = new asyncio.Runner();
  yield* attempt("number:", () => runner.run(42 as never));
  yield* runner.run(nested(runner));
  yield* print("worker:", yield* runner.run(worker()));
  yield* runner.close();
  yield* runner.close();
  const coroutine = worker();
  yield* attempt("closed:", () => runner.run(coroutine));
  coroutine.return(0);
  yield* attempt("get_loop:", function* () {
    return runner.get_loop();
  });
  yield* attempt("enter:", () => runner.with(() => print("never printed")));
}
