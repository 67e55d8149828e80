/** An Executor of one's own, which calls functions at once: map with all its arguments, and an event loop that uses it. */
import { asyncio, builtins, concurrent, except, print, type Blocking, type Coroutine } from "interloop";

class AtOnce extends concurrent.futures.Executor {
  submitted = 0;

  override *submit<A extends unknown[], R>(
    fn: concurrent.futures.Work<A, R>,
    ...args: A
  ): Blocking<concurrent.futures.Future<concurrent.futures.ResultOf<R>>> {
    this.submitted++;
    yield* print("submit", builtins.tuple(...args));
    const future = new concurrent.futures.Future<concurrent.futures.ResultOf<R>>();
    yield* future.set_running_or_notify_cancel();
    try {
      yield* future.set_result(fn(...args) as concurrent.futures.ResultOf<R>);
    } catch (error) {
      yield* future.set_exception(except(error, builtins.Exception));
    }
    return future;
  }

  override *shutdown(options: concurrent.futures.ShutdownOptions = {}): Blocking<void> {
    const { wait = true, ...others } = options;
    yield* print("shutdown", wait, others);
  }
}

function divide(left: number, right: number): number {
  if (right === 0) throw new builtins.ZeroDivisionError("integer division or modulo by zero");
  return Math.floor(left / right);
}

function* attempt(label: string, call: () => Blocking<unknown>): Blocking<void> {
  try {
    yield* print(label, yield* call());
  } catch (thrown) {
    const error = except(thrown, [builtins.TypeError, builtins.ValueError, builtins.ZeroDivisionError]);
    yield* print(label, builtins.type_name(error), error);
  }
}

function* list<T>(mapping: Blocking<concurrent.futures.BlockingIterator<T>>): Blocking<T[]> {
  return yield* (yield* mapping).list();
}

const abs = (value: number): number => Math.abs(value);

function* mapping(): Blocking<void> {
  yield* new AtOnce().with(function* (executor) {
    const results = yield* executor.map_kw({ timeout: 10, chunksize: 2 }, divide, [6, 7, 8], [3, 2, 1]);
    yield* print(executor.submitted, yield* results.list());
    yield* attempt("failure:", () => list(executor.map(divide, [1, 2], [0, 1])));
    yield* attempt("text:", () => executor.map_kw({ timeout: "1" as never }, divide, [], []));
    yield* attempt("buffer:", () => list(executor.map_kw({ buffersize: 2 }, abs, [-1, -2, -3, -4].values())));
    yield* attempt("no buffer:", () => list(executor.map_kw({ buffersize: null }, abs, [-1])));
    yield* attempt("buffer 0:", () => executor.map_kw({ buffersize: 0 }, abs, [-1]));
    yield* attempt("buffer 1.5:", () => executor.map_kw({ buffersize: 1.5 }, abs, [-1]));
  });
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const executor = new AtOnce();
  yield* print(yield* yield* loop.run_in_executor(executor, divide, 7, 2));
  try {
    yield* yield* loop.run_in_executor(executor, divide, 7, 0);
  } catch (thrown) {
    const error = except(thrown, builtins.ZeroDivisionError);
    yield* print(builtins.type_name(error), error);
  }
}

export default function* program(): Blocking<void> {
  yield* mapping();
  yield* asyncio.run(main());
}
