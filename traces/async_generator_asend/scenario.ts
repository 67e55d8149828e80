/** asend gives a value to the generator's yield, athrow raises there, and both return what it yields next; aclose runs its finally. */
import {
  async_generator,
  asyncio,
  builtins,
  except,
  print,
  repr,
  tuple,
  type Blocking,
  type Coroutine,
} from "interloop";

const { KeyError, StopAsyncIteration, TypeError, ValueError } = builtins;

const averager = async_generator(function* averager(
  emit: builtins.Emit<readonly [number, number], number>,
): builtins.Emitting {
  let total = 0;
  let count = 0;
  try {
    for (;;) {
      let value: number | null;
      try {
        value = yield* emit(tuple(total, count));
      } catch (thrown) {
        yield* print("caught", repr(except(thrown, KeyError)));
        total = count = 0;
        continue;
      }
      if (value === null) return;
      yield* asyncio.sleep(0.01);
      total += value;
      count++;
    }
  } finally {
    yield* asyncio.sleep(0.01);
    yield* print("closed");
  }
});

function* main(): Coroutine<void> {
  let generator = averager();
  yield* print(yield* generator.__anext__());
  yield* print(yield* generator.asend(3), yield* generator.asend(4));
  yield* print(yield* generator.athrow(new KeyError("reset")));
  yield* print(yield* generator.asend(5));
  try {
    yield* generator.asend(null);
  } catch (thrown) {
    yield* print("end:", repr(except(thrown, StopAsyncIteration)));
  }
  yield* print(yield* generator.aclose(), yield* generator.athrow(new ValueError("too late")));
  for (const method of [() => generator.__anext__(), () => generator.aclose()]) {
    try {
      yield* print(yield* method());
    } catch (thrown) {
      yield* print("after the end:", repr(except(thrown, StopAsyncIteration)));
    }
  }
  generator = averager();
  yield* generator.__anext__();
  try {
    yield* generator.athrow(ValueError);
  } catch (thrown) {
    yield* print("not caught:", repr(except(thrown, ValueError)));
  }
  generator = averager();
  try {
    yield* generator.asend(1);
  } catch (thrown) {
    yield* print("TypeError:", except(thrown, TypeError));
  }
  yield* print(yield* generator.asend(null));
  yield* generator.aclose();
  yield* print(yield* generator.aclose());
  const unstarted = averager();
  yield* print(yield* unstarted.aclose(), yield* unstarted.athrow(ValueError));
  try {
    yield* unstarted.__anext__();
  } catch (thrown) {
    except(thrown, StopAsyncIteration);
    yield* print("closed before it began");
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
