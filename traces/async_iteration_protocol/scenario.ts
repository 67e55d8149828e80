/** async for steps through any object with __aiter__ and __anext__; what it says of others, and the builtins aiter and anext. */
import {
  async_for,
  async_generator,
  asyncio,
  BREAK,
  builtins,
  except,
  print,
  repr,
  type Blocking,
  type Coroutine,
} from "interloop";

const { aiter, anext, async_list, StopAsyncIteration, TypeError } = builtins;
type AnyIterable = builtins.AsyncIterable<unknown>;

class Countdown {
  constructor(private count: number) {}

  __aiter__(): this {
    return this;
  }

  *__anext__(): Coroutine<number> {
    if (this.count === 0) throw new StopAsyncIteration();
    yield* asyncio.sleep(0.01);
    return --this.count;
  }
}

class Iterable {
  constructor(private readonly iterator: unknown) {}

  __aiter__(): builtins.AsyncIterator<unknown> {
    return this.iterator as builtins.AsyncIterator<unknown>;
  }
}

class Wrong {
  __aiter__(): this {
    return this;
  }

  __anext__(): never {
    return 42 as never;
  }
}

const ticker = async_generator(function* ticker(emit: builtins.Emit<number>): builtins.Emitting {
  yield* emit(1);
});

function* attempt<A extends unknown[]>(fn: (...args: A) => unknown, ...args: A): Coroutine<void> {
  try {
    const result = fn(...args);
    const awaitable = typeof result === "object" && result !== null && Symbol.iterator in result;
    yield* print(awaitable ? yield* result as Coroutine<unknown> : "no awaitable");
  } catch (thrown) {
    const error = except(thrown, [TypeError, StopAsyncIteration]);
    yield* print(repr(error), "from", repr(error.__cause__));
  }
}

function* leaves(iterable: builtins.AsyncIterable<number>): Coroutine<unknown> {
  let last = 0;
  const whole = yield* async_for(iterable, (value) => {
    last = value;
    return value === 1 ? BREAK : undefined;
  });
  return whole ? "else" : last;
}

function* main(): Coroutine<void> {
  const through = async_list;
  yield* print(
    yield* through(new Countdown(3)),
    yield* through(new Iterable(new Countdown(2))),
    yield* through(new Iterable(ticker())),
  );
  yield* print(yield* leaves(new Countdown(3)), yield* leaves(new Countdown(0)));
  for (const wrong of [42, null, new Iterable(42), new Iterable(new Iterable(1)), new Wrong()]) {
    yield* attempt(through, wrong as AnyIterable);
    yield* attempt(aiter, wrong as AnyIterable);
    yield* attempt((wrong) => anext(wrong as never), wrong);
  }
  yield* attempt(anext, new Wrong(), 1);
  const countdown = new Countdown(2);
  yield* print(aiter(countdown) === countdown, yield* anext(countdown), yield* anext(countdown, "end"));
  yield* print(yield* anext(countdown, "end"));
  yield* attempt(() => anext(countdown));
  const generator = ticker();
  yield* print(yield* anext(generator, "end"), yield* anext(generator, "end"), yield* anext(generator, null));
  yield* attempt(() => anext(generator));
  const task = asyncio.create_task(anext(new Countdown(1), "end"));
  yield* asyncio.sleep(0);
  task.cancel();
  try {
    yield* task;
  } catch (thrown) {
    yield* print(repr(except(thrown, asyncio.CancelledError)));
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
