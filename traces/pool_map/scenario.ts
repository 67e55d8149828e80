/** Executor.map: results in order, the shortest iterable decides, a failure or a timeout ends it and cancels the rest. */
import { builtins, concurrent, except, print, time, type Blocking } from "interloop";

function* delayed(value: number, delay = 0.03): Blocking<number> {
  yield* time.sleep(delay);
  yield* print("worked:", value);
  return value * 10;
}

function divide(left: number, right: number): number {
  if (right === 0) throw new builtins.ZeroDivisionError("integer division or modulo by zero");
  return Math.floor(left / right);
}

function* attempt(label: string, results: concurrent.futures.BlockingIterator<number>): Blocking<void> {
  const seen: number[] = [];
  try {
    for (const next of results) seen.push(yield* next);
    yield* print(label, seen);
  } catch (thrown) {
    const error = except(thrown, builtins.Exception);
    yield* print(label, seen, builtins.type_name(error), error);
  }
  yield* print(label, yield* results.list());
}

export default function* program(): Blocking<void> {
  const executor = new concurrent.futures.ThreadPoolExecutor(2);
  yield* attempt("all:", yield* executor.map(delayed, [1, 2, 3], [0.09, 0.03, 0.03]));
  yield* attempt("shortest:", yield* executor.map(divide, [7, 8, 9], [1, 2].values()));
  yield* attempt("failure:", yield* executor.map(divide, [7, 8, 9], [1, 0, 3]));
  const delays = [0.03, 0.15, 0.06, 0.03];
  yield* attempt("timeout:", yield* executor.map_kw({ timeout: 0.06 }, delayed, [0, 1, 2, 3], delays));
  yield* attempt("nothing:", yield* executor.map(() => 0));
  yield* time.sleep(0.2);
  yield* executor.shutdown();
  try {
    yield* executor.map(delayed, [1]);
  } catch (thrown) {
    yield* print(except(thrown, builtins.RuntimeError));
  }
  yield* print(yield* (yield* executor.map(delayed, [])).list());
}
