/** A task is cancelled while it waits in an asynchronous generator: at an await of its body, of its cleanup, of aclose and of athrow. */
import {
  async_for,
  async_generator,
  asyncio,
  builtins,
  except,
  print,
  raise,
  repr,
  tuple,
  type Blocking,
  type Coroutine,
  type types,
} from "interloop";

const { RuntimeError, StopAsyncIteration, ValueError } = builtins;
const { CancelledError } = asyncio;
type Ticker = types.AsyncGeneratorType<number>;

const ticker = async_generator(function* ticker(emit: builtins.Emit<number>, log: string[]): builtins.Emitting {
  try {
    yield* emit(1);
    yield* asyncio.sleep(1);
    yield* emit(2);
  } catch (thrown) {
    const error = except(thrown, [CancelledError, ValueError]);
    log.push(error.constructor.name);
    yield* asyncio.sleep(1);
    log.push("handled");
    raise(error);
  } finally {
    yield* asyncio.sleep(1);
    log.push("finally");
  }
});

function* iterate(generator: Ticker): Coroutine<void> {
  yield* async_for(generator, () => undefined);
}

function* close(generator: Ticker): Coroutine<void> {
  yield* generator.__anext__();
  yield* generator.aclose();
}

function* throw_(generator: Ticker): Coroutine<void> {
  yield* generator.__anext__();
  yield* generator.athrow(new ValueError("thrown"));
}

function* resumed(generator: Ticker): Coroutine<unknown> {
  try {
    return yield* generator.__anext__();
  } catch (thrown) {
    return repr(except(thrown, [StopAsyncIteration, RuntimeError]));
  }
}

function* trial(name: string, way: (generator: Ticker) => Coroutine<void>, ...delays: number[]): Coroutine<void> {
  const log: string[] = [];
  const generator = ticker(log);
  const task = asyncio.create_task(way(generator));
  for (const delay of delays) {
    yield* asyncio.sleep(delay);
    task.cancel();
  }
  try {
    yield* task;
    log.push("done");
  } catch (thrown) {
    log.push(repr(except(thrown, [CancelledError, ValueError])));
  }
  const values = [yield* resumed(generator), yield* resumed(generator)];
  yield* print(name, tuple(...delays), log, generator.ag_running, ...values);
  yield* generator.aclose();
}

function* main(): Coroutine<void> {
  for (const [name, way] of Object.entries({ iterate, close, throw: throw_ })) {
    for (const delays of [[0], [0.5], [0.5, 1], [1.5], [0.5, 1, 0], [0.5, 2]]) yield* trial(name, way, ...delays);
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
