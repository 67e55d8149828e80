/** asyncio.run closes the asynchronous generators that are still there, each in a task of its own, and reports what goes wrong. */
import {
  async_for,
  async_generator,
  asyncio,
  BREAK,
  builtins,
  except,
  print,
  repr,
  types,
  type Blocking,
  type Coroutine,
} from "interloop";

const { GeneratorExit, KeyError, StopAsyncIteration, StopIteration } = builtins;
type Ticker = types.AsyncGeneratorType<number>;

const ticker = async_generator(function* ticker(
  emit: builtins.Emit<number>,
  name: string,
  error: builtins.BaseException | null,
  delay: number,
): builtins.Emitting {
  try {
    yield* emit(1);
    yield* emit(2);
  } catch (thrown) {
    except(thrown, GeneratorExit);
    yield* asyncio.sleep(delay);
    yield* print(name, "closed in", asyncio.all_tasks().size, "tasks");
    if (error !== null) throw error;
  }
});

const ignores = async_generator(function* ignores(emit: builtins.Emit<number>): builtins.Emitting {
  try {
    yield* emit(1);
  } catch (thrown) {
    except(thrown, GeneratorExit);
    yield* print("ignored");
    yield* emit(2);
  }
});

function* handler(_loop: asyncio.AbstractEventLoop, context: asyncio.ExceptionContext): Blocking<void> {
  const generator = context["asyncgen"] as Ticker;
  yield* print("handler:", context.message?.split(" <")[0], repr(context.exception), generator.__name__);
  yield* print(Object.keys(context).sort());
}

function* main(kept: Ticker[]): Coroutine<void> {
  asyncio.get_running_loop().set_exception_handler(handler);
  kept.push(
    ticker("first", null, 0),
    ticker("fails", new KeyError("k"), 0.01),
    ticker("cancels", new asyncio.CancelledError(), 0),
  );
  kept.push(ignores(), ticker("never begun", null, 0));
  for (const generator of kept.slice(0, 4)) yield* async_for(generator, () => BREAK);
}

export default function* program(): Blocking<void> {
  const kept: Ticker[] = [];
  yield* asyncio.run(main(kept));
  for (const generator of kept.slice(0, 4)) {
    try {
      yield* types.CoroutineType.send(generator.__anext__(), null);
    } catch (thrown) {
      yield* print(generator.__name__, repr(except(thrown, [StopAsyncIteration, StopIteration])));
    }
  }
}
