/** Shutting a pool down: with and without waiting, cancelling what has not begun, twice, and submitting afterwards. */
import { builtins, concurrent, except, print, time, type Blocking } from "interloop";

const { ThreadPoolExecutor } = concurrent.futures;
type Futures = concurrent.futures.Future<string>[];

function* work(label: string, delay: number): Blocking<string> {
  yield* time.sleep(delay);
  yield* print("worked:", label);
  return label;
}

function* attempt(call: () => Blocking<unknown>): Blocking<void> {
  try {
    yield* print(yield* call());
  } catch (thrown) {
    const error = except(thrown, [builtins.RuntimeError, builtins.TypeError]);
    yield* print(builtins.type_name(error), error);
  }
}

function* submit(executor: concurrent.futures.ThreadPoolExecutor, labels: string): Blocking<Futures> {
  const futures: Futures = [];
  for (const label of labels) futures.push(yield* executor.submit(work, label, 0.03));
  return futures;
}

type Question = (future: concurrent.futures.Future<string>) => Blocking<unknown>;

function* each(futures: Futures, question: Question): Blocking<unknown[]> {
  const answers = [];
  for (const future of futures) answers.push(yield* question(future));
  return answers;
}

function* waiting(): Blocking<void> {
  const executor = new ThreadPoolExecutor(1);
  const futures = yield* submit(executor, "ab");
  yield* executor.shutdown();
  yield* print("shut down:", yield* each(futures, (future) => future.done()));
  yield* executor.shutdown();
  yield* attempt(() => executor.submit(work, "late", 0));
}

function* not_waiting(): Blocking<void> {
  const executor = new ThreadPoolExecutor(1);
  const futures = yield* submit(executor, "cd");
  yield* executor.shutdown({ wait: false });
  yield* print("not waited:", yield* each(futures, (future) => future.done()));
  yield* attempt(() => executor.submit(work, "late", 0));
  yield* print(yield* each(futures, (future) => future.result()));
  yield* executor.shutdown();
}

function* cancelling(): Blocking<void> {
  const executor = new ThreadPoolExecutor(1);
  const futures = yield* submit(executor, "ghi");
  yield* (futures[1] as Futures[0]).add_done_callback(function* (future) {
    yield* print("called back:", yield* future.cancelled());
  });
  try {
    yield* executor.shutdown({ wait: true, cancel_futures: true });
  } catch (thrown) {
    yield* print(except(thrown, builtins.TypeError));
    yield* executor.shutdown();
  }
  const cancelled = yield* each(futures, (future) => future.cancelled());
  yield* print(cancelled, yield* each(futures, (future) => future.done()));
}

export default function* program(): Blocking<void> {
  yield* waiting();
  yield* not_waiting();
  yield* cancelling();
}
