/** sys.set_asyncgen_hooks without a loop, the hooks of a running loop, and generators that are freed where nobody closes them. */
import {
  async_generator,
  asyncio,
  builtins,
  del,
  except,
  print,
  sys,
  types,
  type Blocking,
  type Coroutine,
} from "interloop";

type Ticker = types.AsyncGeneratorType<number>;

const ticker = async_generator(function* ticker(emit: builtins.Emit<number>, name: string): builtins.Emitting {
  try {
    yield* emit(1);
    yield* emit(2);
  } finally {
    yield* print(name, "closed");
  }
});

function* begin(generator: Ticker): Blocking<void> {
  try {
    yield* types.CoroutineType.send(generator.__anext__(), null);
  } catch (thrown) {
    yield* print("first value", except(thrown, builtins.StopIteration).value);
  }
}

const seen: string[] = [];

function first(generator: types.AsyncGeneratorType<unknown>): void {
  seen.push(`first iteration of ${generator.__name__}`);
}

function* last(generator: types.AsyncGeneratorType<unknown>): Blocking<void> {
  yield* print("freed", generator.__name__);
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const hooks = sys.get_asyncgen_hooks();
  yield* print(hooks.firstiter !== null, hooks.finalizer !== null, hooks.firstiter === first);
  const generator = ticker("closed before");
  yield* generator.__anext__();
  yield* loop.shutdown_asyncgens();
  const late = ticker("late");
  yield* print(yield* late.__anext__());
  yield* loop.shutdown_asyncgens();
  yield* loop.shutdown_asyncgens();
}

export default function* program(): Blocking<void> {
  yield* print(sys.get_asyncgen_hooks());
  const without = ticker("without hooks");
  yield* begin(without);
  yield* del(without);
  yield* del(ticker("not begun"));
  sys.set_asyncgen_hooks({ firstiter: first });
  sys.set_asyncgen_hooks({ finalizer: last });
  const hooked = ticker("with hooks");
  yield* begin(hooked);
  for (const text of seen.splice(0)) yield* print(text);
  yield* begin(hooked);
  yield* del(hooked);
  const loop = asyncio.new_event_loop();
  yield* loop.run_until_complete(main());
  yield* loop.close();
  const hooks = sys.get_asyncgen_hooks();
  yield* print(hooks.firstiter === first, hooks.finalizer === last);
  sys.set_asyncgen_hooks({ firstiter: null, finalizer: null });
  yield* print(sys.get_asyncgen_hooks());
  for (const name of ["firstiter", "finalizer"]) {
    try {
      sys.set_asyncgen_hooks({ [name]: 1 });
    } catch (thrown) {
      yield* print(except(thrown, builtins.TypeError));
    }
  }
}
