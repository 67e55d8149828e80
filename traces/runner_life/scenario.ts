/** asyncio.Runner: when its loop is made, what a run may be given, and what its end cancels. */
import { asyncio, builtins, contextvars, except, print, repr, type Blocking, type Coroutine } from "interloop";

const VARIABLE = new contextvars.ContextVar("VARIABLE", { default: "default" });

function* tell(label: string): Coroutine<string> {
  yield* print(label, VARIABLE.get(), asyncio.get_running_loop().get_debug());
  VARIABLE.set(label);
  return label;
}

function* left(): Coroutine<void> {
  try {
    yield* asyncio.sleep(1);
  } finally {
    yield* print("left task ends");
  }
}

function* leaves_task(): Coroutine<asyncio.Task<void>> {
  const task = asyncio.create_task(left());
  yield* asyncio.sleep(0);
  return task;
}

function* refuse(action: () => unknown): Blocking<void> {
  try {
    const result = action();
    if (result instanceof Object && "next" in result) yield* result as Blocking<void>;
  } catch (thrown) {
    yield* print(repr(except(thrown, [builtins.RuntimeError, builtins.TypeError, builtins.ValueError])));
  }
}

function* nested(runner: asyncio.Runner): Coroutine<void> {
  yield* refuse(() => runner.run(tell("never")));
}

function* fails(): Coroutine<void> {
  throw new builtins.KeyError("main");
}

export default function* program(): Blocking<void> {
  VARIABLE.set("outside");
  const runner = new asyncio.Runner();
  const loop = runner.get_loop();
  yield* print(loop, asyncio.get_event_loop() === loop, runner.get_loop() === loop);
  yield* print(yield* runner.run(tell("first")));
  const context = contextvars.copy_context();
  yield* print(yield* runner.run(tell("second"), { context }), context.get(VARIABLE), VARIABLE.get());
  yield* print(yield* runner.run(tell("third")));
  try {
    yield* runner.run(fails());
  } catch (thrown) {
    yield* print(repr(except(thrown, builtins.KeyError)));
  }
  yield* runner.run(nested(runner));
  // @ts-expect-error: a coroutine was expected
  yield* refuse(() => runner.run(42));
  const task = yield* runner.run(leaves_task());
  yield* print("between runs", task);
  yield* runner.close();
  yield* print(task, loop);
  yield* runner.close();
  yield* refuse(() => runner.get_loop());
  yield* refuse(() => runner.with(function* () {}));
  yield* refuse(() => runner.run(tell("never")));

  yield* new asyncio.Runner({ debug: true }).with(function* (other) {
    yield* other.run(tell("debug"));
  });
  yield* new asyncio.Runner().with(function* () {
    yield* print("not used");
  });
  yield* print(loop.is_closed());
  // A runner that was never used has nothing to close.
  yield* new asyncio.Runner().close();
}
