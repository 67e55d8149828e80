/** Wrong arguments of a pool, and what jobs and their callbacks may raise: a SystemExit in a callback ends the worker. */
import { builtins, concurrent, print, repr, threading, type Blocking } from "interloop";

const { Executor, ThreadPoolExecutor } = concurrent.futures;

function* attempt(label: string, call: () => unknown): Blocking<void> {
  try {
    let value = call();
    if (typeof (value as Partial<Blocking<unknown>> | null)?.next === "function")
      value = yield* value as Blocking<unknown>;
    yield* print(label, repr(value).replace(/0x[0-9a-f]+/, "0x.."));
  } catch (error) {
    if (!(error instanceof builtins.BaseException)) throw error;
    yield* print(label, builtins.type_name(error), error);
  }
}

function raises(error: Error): never {
  throw error;
}

const int = (): number => 0;

function* wrong_arguments(): Blocking<void> {
  yield* attempt("no workers:", () => new ThreadPoolExecutor(0));
  yield* attempt("negative:", () => new ThreadPoolExecutor(-1));
  yield* attempt("text:", () => new ThreadPoolExecutor("2" as never));
  yield* attempt("initializer:", () => new ThreadPoolExecutor(2, { initializer: 1 as never }));
  yield* attempt("pool:", () => new ThreadPoolExecutor(2));
  yield* attempt("base:", () => new Executor().submit(int));
  yield* attempt("base shutdown:", () => new Executor().shutdown());
}

function* jobs(): Blocking<void> {
  yield* new ThreadPoolExecutor(1).with(function* (executor) {
    const wrong = yield* executor.submit(1 as never);
    yield* attempt("not callable:", () => wrong.result());
    const exits = yield* executor.submit(raises, new builtins.SystemExit(3));
    yield* attempt("exits:", () => exits.result());
    const stops = yield* executor.submit(raises, new builtins.StopIteration("stop"));
    yield* attempt("stops:", () => stops.result());
    const future = yield* executor.submit(int);
    yield* attempt("future:", () => future.exception());
    yield* print(executor._threads.size, "thread");
  });
}

function* callbacks(): Blocking<void> {
  yield* new ThreadPoolExecutor(1).with(function* (executor) {
    const gate = new threading.Event();
    const first = yield* executor.submit(() => gate.wait());
    yield* first.add_done_callback(() => raises(new builtins.ValueError("callback of a result")));
    const second = yield* executor.submit(raises, new builtins.KeyError("job"));
    yield* second.add_done_callback(() => raises(new builtins.ValueError("callback of a failure")));
    const third = yield* executor.submit(int);
    yield* third.add_done_callback(() => raises(new builtins.SystemExit("ends the worker")));
    yield* gate.set();
    for (const future of [first, second, third]) yield* attempt("outcome:", () => future.result());
  });
}

export default function* program(): Blocking<void> {
  yield* wrong_arguments();
  yield* jobs();
  yield* callbacks();
  yield* print(threading.active_count());
}
