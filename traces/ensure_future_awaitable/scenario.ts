/** asyncio.ensure_future, gather and the others take any object that can be awaited, and make a task of it. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

class Waits implements asyncio.Awaitable<string> {
  constructor(
    readonly name: string,
    readonly delay: number,
  ) {}

  // Python's __await__.
  *[Symbol.iterator](): Coroutine<string> {
    yield* print(this.name, "is awaited in", asyncio.current_task()?.get_name());
    return yield* asyncio.sleep(this.delay, this.name);
  }
}

class Broken implements asyncio.Awaitable<string> {
  [Symbol.iterator](): Coroutine<string> {
    throw new builtins.ValueError("broken");
  }
}

function* child(): Coroutine<string> {
  return yield* new Waits("inner", 0.01);
}

function* main(): Coroutine<void> {
  const task = asyncio.ensure_future(new Waits("a", 0.01)) as unknown as asyncio.Task<string>;
  const is_coroutine = asyncio.iscoroutine(task.get_coro());
  yield* print(builtins.type_name(task), task.get_name(), task.done(), is_coroutine);
  yield* print(yield* task);
  yield* print(yield* new Waits("b", 0), yield* child());
  yield* print(yield* asyncio.gather(new Waits("c", 0.02), new Waits("d", 0.01)));
  // The same object twice is one task.
  const waits = new Waits("e", 0);
  yield* print(yield* asyncio.gather(waits, waits));
  yield* print(yield* asyncio.shield(new Waits("f", 0.01)));
  yield* print(yield* asyncio.wait_for(new Waits("g", 0.01), 1));
  try {
    yield* asyncio.wait_for(new Waits("h", 1), 0.01);
  } catch (thrown) {
    yield* print(repr(except(thrown, asyncio.TimeoutError)));
  }
  for (const coroutine of asyncio.as_completed([new Waits("i", 0.01)])) yield* print(yield* coroutine);
  try {
    yield* asyncio.ensure_future(new Broken());
  } catch (thrown) {
    yield* print(repr(except(thrown, builtins.ValueError)));
  }
  const cancelled = asyncio.ensure_future(new Waits("j", 1));
  yield* asyncio.sleep(0);
  cancelled.cancel();
  yield* asyncio.wait([cancelled]);
  yield* print(cancelled.cancelled());
  for (const wrong of [42, "text", [], {}, null, Object]) {
    try {
      asyncio.ensure_future(wrong as never);
    } catch (thrown) {
      yield* print(except(thrown, builtins.TypeError));
    }
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
