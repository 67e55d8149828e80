/** loop= of asyncio's functions: deprecated in 3.8 and 3.9, an unknown keyword later. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

interface Options {
  readonly loop: asyncio.AbstractEventLoop;
}

function* attempt(name: string, make: (options: Options) => asyncio.Awaitable<unknown>): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  try {
    yield* print(name, yield* make({ loop }));
  } catch (thrown) {
    yield* print(name, except(thrown, builtins.TypeError));
  }
}

function* number_of_sets(future: asyncio.Future, options: Options): Coroutine<number> {
  return (yield* asyncio.wait([future], options)).length;
}

function first_completed(future: asyncio.Future, options: Options): Coroutine<unknown> {
  const [first] = asyncio.as_completed([future], options);
  return first as Coroutine<unknown>;
}

function* main(): Coroutine<void> {
  const future = asyncio.get_running_loop().create_future();
  future.set_result("future's");
  // In 3.8 these two say nothing.
  yield* attempt("gather", (options) => asyncio.gather_kw(options, future, future));
  yield* attempt("sleep", (options) => asyncio.sleep(0, "slept", options));
  yield* print("now the others");
  yield* attempt("sleep", (options) => asyncio.sleep(0.01, "slept", options));
  yield* attempt("shield", (options) => asyncio.shield(future, options));
  yield* attempt("gather", (options) => asyncio.gather_kw(options));
  yield* attempt("wait_for", (options) => asyncio.wait_for(future, 1, options));
  yield* attempt("wait_for", (options) => asyncio.wait_for(future, null, options));
  yield* attempt("wait_for", (options) => asyncio.wait_for(future, 0, options));
  yield* attempt("wait", (options) => number_of_sets(future, options));
  yield* attempt("as_completed", (options) => first_completed(future, options));
  // None is no loop, but a keyword.
  try {
    yield* print(yield* asyncio.sleep(0, "slept", { loop: null }));
  } catch (thrown) {
    yield* print(except(thrown, builtins.TypeError));
  }
}

function* task(): Coroutine<void> {
  // It is the loop that calls this coroutine, and Python does not warn of what the library does.
  try {
    yield* asyncio.create_task(asyncio.sleep(0.01, null, { loop: asyncio.get_running_loop() }));
  } catch (thrown) {
    yield* print(except(thrown, builtins.TypeError));
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(task());
  yield* asyncio.run(main());
}
