/** Two tasks step through one asynchronous generator: the second one is refused while the first one waits in it. */
import {
  async_for,
  async_generator,
  asyncio,
  builtins,
  except,
  print,
  repr,
  type Blocking,
  type Coroutine,
  type types,
} from "interloop";

const { RuntimeError, StopAsyncIteration, ValueError } = builtins;

const ticker = async_generator(function* ticker(emit: builtins.Emit<number>): builtins.Emitting {
  for (const number of [0, 1, 2]) {
    yield* asyncio.sleep(0.01);
    yield* emit(number);
  }
});

function* attempt(name: string, step: () => Coroutine<unknown>): Coroutine<void> {
  try {
    yield* print(name, yield* step());
  } catch (thrown) {
    yield* print(name, repr(except(thrown, [RuntimeError, StopAsyncIteration])));
  }
}

function* consume(name: string, generator: types.AsyncGeneratorType<number>): Coroutine<void> {
  try {
    yield* async_for(generator, function* (number) {
      yield* print(name, number);
    });
  } catch (thrown) {
    yield* print(name, repr(except(thrown, RuntimeError)));
  }
}

function* main(): Coroutine<void> {
  const generator = ticker();
  yield* print(generator.ag_running);
  const first = asyncio.create_task(consume("first", generator));
  yield* asyncio.sleep(0);
  yield* print(generator.ag_running);
  yield* attempt("anext", () => generator.__anext__());
  yield* attempt("asend", () => generator.asend(null));
  yield* attempt("athrow", () => generator.athrow(ValueError));
  yield* attempt("aclose", () => generator.aclose());
  const step = generator.__anext__();
  for (let time = 0; time < 2; time++) yield* attempt("again", () => step);
  yield* asyncio.gather(consume("second", generator), consume("third", generator));
  yield* first;
  yield* attempt("end", () => generator.__anext__());
  yield* attempt("reused", () => step);
  const closing = generator.aclose();
  yield* print(yield* closing);
  yield* attempt("closed", () => closing);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
