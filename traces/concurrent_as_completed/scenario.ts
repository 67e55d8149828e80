/** as_completed gives what is done already first, then the rest as it finishes, each once; and it can run out of time. */
import { concurrent, except, print, threading, time, type Blocking } from "interloop";

const { as_completed, Future, TimeoutError } = concurrent.futures;
type AnyFuture = concurrent.futures.Future;

function* finish(future: AnyFuture, delay: number): Blocking<void> {
  yield* time.sleep(delay);
  if (yield* future.set_running_or_notify_cancel()) yield* future.set_result(delay);
}

function* start(count: number, step = 0.03): Blocking<[AnyFuture[], threading.Thread[]]> {
  const futures = Array.from({ length: count }, () => new Future());
  const threads = futures.map((future, at) => {
    const delay = step * (count - at);
    return new threading.Thread({ target: () => finish(future, delay) });
  });
  for (const thread of threads) yield* thread.start();
  return [futures, threads];
}

function* join(threads: readonly threading.Thread[]): Blocking<void> {
  for (const thread of threads) yield* thread.join();
}

function* in_order(): Blocking<void> {
  const [futures, threads] = yield* start(3);
  for (const next of as_completed([...futures, ...futures])) {
    const future = yield* next;
    yield* print("number", futures.indexOf(future), yield* future.result());
  }
  yield* join(threads);
}

function* done_and_cancelled(): Blocking<void> {
  const [futures, threads] = yield* start(3);
  const early: AnyFuture = new Future();
  yield* early.set_result("early");
  yield* (futures[1] as AnyFuture).cancel();
  for (const next of as_completed([futures[0] as AnyFuture, early, futures[1] as AnyFuture])) {
    const future = yield* next;
    yield* print("state:", yield* future.cancelled(), yield* future.done());
  }
  yield* join(threads);
}

function* out_of_time(): Blocking<void> {
  const [futures, threads] = yield* start(3);
  try {
    for (const next of as_completed(futures, { timeout: 0.045 })) {
      const future = yield* next;
      yield* print("in time:", futures.indexOf(future));
    }
  } catch (thrown) {
    const error = except(thrown, TimeoutError);
    yield* print("TimeoutError", error);
  }
  yield* join(threads);
}

function* slow_consumer(): Blocking<void> {
  const [futures, threads] = yield* start(4);
  for (const next of as_completed(futures)) {
    const future = yield* next;
    yield* print("taken:", futures.indexOf(future));
    yield* time.sleep(0.075);
  }
  yield* join(threads);
}

function* left_early(): Blocking<void> {
  const [futures, threads] = yield* start(2);
  const iterator = as_completed(futures, { timeout: 1 });
  yield* print("first:", futures.indexOf(yield* iterator.__next__()));
  yield* iterator.close();
  yield* print(yield* iterator.list());
  yield* join(threads);
}

export default function* program(): Blocking<void> {
  yield* in_order();
  yield* done_and_cancelled();
  yield* out_of_time();
  yield* slow_consumer();
  yield* left_early();
  yield* print(yield* as_completed([], { timeout: 0 }).list());
}
