/** Exceptions that may not leave an asynchronous generator, one that ignores its GeneratorExit, and athrow with a class and a value. */
import { async_generator, asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

const { BaseException, GeneratorExit, KeyError, StopAsyncIteration, StopIteration, ValueError } = builtins;
type Emit = builtins.Emit<number>;

const raises = async_generator(function* raises(
  emit: Emit,
  error: new (argument: string) => builtins.BaseException,
  argument: string,
): builtins.Emitting {
  yield* emit(1);
  throw new error(argument);
});

const ignores = async_generator(function* ignores(emit: Emit): builtins.Emitting {
  try {
    yield* emit(1);
  } catch (thrown) {
    except(thrown, GeneratorExit);
    yield* emit(2);
  }
});

const swallows = async_generator(function* swallows(emit: Emit): builtins.Emitting {
  try {
    yield* emit(1);
  } catch (thrown) {
    yield* print("swallowed", repr(except(thrown, [GeneratorExit, ValueError])));
  }
});

function* attempt(name: string, awaitable: Coroutine<unknown>): Coroutine<void> {
  try {
    yield* print(name, "gives", yield* awaitable);
  } catch (thrown) {
    const error = except(thrown, BaseException);
    yield* print(name, "raises", repr(error), "from", repr(error.__cause__), "in", repr(error.__context__));
  }
}

function* main(): Coroutine<void> {
  for (const error of [StopIteration, StopAsyncIteration, GeneratorExit, KeyError]) {
    const generator = raises(error, "raised");
    yield* generator.__anext__();
    yield* attempt("anext", generator.__anext__());
  }
  for (const error of [StopIteration, StopAsyncIteration]) {
    const generator = raises(KeyError, "k");
    yield* generator.__anext__();
    yield* attempt("athrow", generator.athrow(error));
  }
  const ignoring = ignores();
  yield* ignoring.__anext__();
  yield* attempt("aclose", ignoring.aclose());
  yield* attempt("aclose again", ignoring.aclose());
  yield* attempt("anext", ignoring.__anext__());
  let generator = swallows();
  yield* generator.__anext__();
  yield* attempt("aclose", generator.aclose());
  generator = swallows();
  yield* generator.__anext__();
  yield* attempt("athrow", generator.athrow(new ValueError("v")));
  generator = swallows();
  yield* generator.__anext__();
  yield* attempt("athrow", generator.athrow(KeyError));
  generator = swallows();
  yield* attempt("athrow", generator.athrow(42 as never));
  yield* attempt("athrow", generator.athrow(Number as never));
  yield* print(generator.ag_running);
  yield* attempt("anext", generator.__anext__());
  yield* attempt("athrow", generator.athrow(42 as never));
  yield* attempt("aclose", generator.aclose());
}

export default function* program(): Blocking<void> {
  // asyncio.run would find those that tracebacks keep alive, which is no matter of theirs.
  const loop = asyncio.new_event_loop();
  yield* loop.run_until_complete(main());
  yield* loop.close();
}
