/** What create_task and ensure_future say to things that are not coroutines, and to futures of another loop. */
import { asyncio, async_generator, builtins, print, str, type Blocking, type Coroutine } from "interloop";

const { RuntimeError, TypeError, ValueError } = builtins;

function* worker(): Coroutine<number> {
  return 42;
}

const generator = async_generator(function* generator(emit: builtins.Emit<number>): builtins.Emitting {
  yield* emit(1);
});

/** Anything where a coroutine is expected: the compiler would refuse it. */
function anything(value: unknown): Coroutine<unknown> {
  return value as Coroutine<unknown>;
}

function* attempt(label: string, action: () => object): Coroutine<object | null> {
  try {
    const result = action();
    yield* print(label, result.constructor.name);
    return result;
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof ValueError || error instanceof RuntimeError)) throw error;
    yield* print(label, `${error.name}:`, str(error).split(" at 0x")[0]);
    return null;
  }
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const other = asyncio.new_event_loop();
  yield* attempt("create_task(42):", () => asyncio.create_task(anything(42)));
  yield* attempt("create_task(None):", () => asyncio.create_task(anything(null)));
  yield* attempt("create_task(function):", () => asyncio.create_task(anything(worker)));
  yield* attempt("create_task(async generator):", () => asyncio.create_task(anything(generator())));
  yield* attempt("create_task(future):", () => asyncio.create_task(anything(loop.create_future())));
  yield* attempt("ensure_future(42):", () => asyncio.ensure_future(anything(42)));
  yield* attempt("ensure_future(function):", () => asyncio.ensure_future(anything(worker)));
  const future = loop.create_future();
  yield* print("ensure_future(future):", asyncio.ensure_future(future) === future);
  yield* attempt("ensure_future(foreign):", () => asyncio.ensure_future(other.create_future(), { loop }));
  const task = yield* attempt("ensure_future(coroutine):", () => asyncio.ensure_future(worker()));
  yield* print(yield* task as asyncio.Task<number>);
  yield* other.close();
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
