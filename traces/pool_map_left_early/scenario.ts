/** An iterator of Executor.map that is closed early cancels what has not begun; one that was never asked cancels nothing. */
import { builtins, concurrent, except, print, time, type Blocking } from "interloop";

const { ThreadPoolExecutor } = concurrent.futures;

function* work<T>(value: T): Blocking<T> {
  yield* time.sleep(0.01);
  yield* print("worked:", value);
  return value;
}

export default function* program(): Blocking<void> {
  yield* new ThreadPoolExecutor(1).with(function* (executor) {
    const results = yield* executor.map(work<number>, [0, 1, 2, 3]);
    for (const next of results) {
      yield* print("result:", yield* next);
      break;
    }
    yield* results.close();
    yield* print(yield* results.list());
  });
  yield* new ThreadPoolExecutor(1).with(function* (executor) {
    const results = yield* executor.map(work<string>, "ab");
    yield* results.close();
  });
  yield* new ThreadPoolExecutor(1).with(function* (executor) {
    const results = yield* executor.map(work<string>, "cd");
    yield* print(yield* results.__next__(), yield* results.__next__());
    try {
      yield* results.__next__();
    } catch (thrown) {
      except(thrown, builtins.StopIteration);
      yield* print("no more");
    }
  });
}
