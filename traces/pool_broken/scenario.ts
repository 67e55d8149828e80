/** A pool's initializer: called by each thread with its arguments; when it fails, the pool is broken and so is what was submitted. */
import { builtins, concurrent, except, print, repr, threading, time, type Blocking } from "interloop";

const { BrokenExecutor, ThreadPoolExecutor } = concurrent.futures;
type Future = concurrent.futures.Future<string>;

type Prepared = Readonly<[string, string]>[];

function* prepare(prepared: Prepared, label: string, delay: number): Blocking<void> {
  prepared.push(builtins.tuple(label, threading.current_thread().name));
  yield* time.sleep(delay);
}

function* fail(): Blocking<void> {
  yield* time.sleep(0.03);
  throw new builtins.ValueError("no initialization");
}

function* outcome(future: Future): Blocking<string> {
  try {
    return yield* future.result();
  } catch (thrown) {
    const error = except(thrown, builtins.Exception);
    return `${builtins.type_name(error)}: ${builtins.str(error)}`;
  }
}

function* name(): Blocking<string> {
  yield* time.sleep(0.03);
  return threading.current_thread().name;
}

function* submit(executor: concurrent.futures.Executor, count: number): Blocking<Future[]> {
  const futures = [];
  for (let at = 0; at < count; at++) futures.push(yield* executor.submit(name));
  return futures;
}

function* outcomes(futures: readonly Future[]): Blocking<string[]> {
  const texts = [];
  for (const future of futures) texts.push(yield* outcome(future));
  return texts;
}

export default function* program(): Blocking<void> {
  const prepared: Prepared = [];
  const options = {
    thread_name_prefix: "good",
    initializer: (label: string, delay: number) => prepare(prepared, label, delay),
    initargs: ["prepared", 0.03] as [string, number],
  };
  yield* new ThreadPoolExecutor(2, options).with(function* (executor) {
    const names = new Set(yield* outcomes(yield* submit(executor, 4)));
    yield* print([...names].sort(), builtins.sorted(prepared));
  });
  const executor = new ThreadPoolExecutor(1, { initializer: fail });
  const futures = yield* submit(executor, 3);
  yield* (futures[0] as Future).add_done_callback(function* (future) {
    yield* print("called back:", repr(yield* future.exception()));
  });
  yield* print(yield* outcomes(futures));
  try {
    yield* executor.submit(name);
  } catch (thrown) {
    const error = except(thrown, BrokenExecutor);
    yield* print(builtins.type_name(error), error, error instanceof builtins.RuntimeError);
  }
  try {
    yield* executor.map(time.sleep, []);
    yield* print("nothing to submit");
  } finally {
    yield* executor.shutdown();
  }
}
