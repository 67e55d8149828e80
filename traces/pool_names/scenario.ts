/** The threads of pools: how many begin, their names, and that a pool without a name takes a number. */
import { concurrent, print, threading, time, type Blocking } from "interloop";

const { ThreadPoolExecutor } = concurrent.futures;

function* name(delay: number): Blocking<string> {
  yield* time.sleep(delay);
  return threading.current_thread().name;
}

function* names(executor: concurrent.futures.ThreadPoolExecutor, delays: readonly number[]): Blocking<string[]> {
  const futures = [];
  for (const delay of delays) futures.push(yield* executor.submit(name, delay));
  const results = [];
  for (const future of futures) results.push(yield* future.result());
  return results;
}

export default function* program(): Blocking<void> {
  yield* new ThreadPoolExecutor(3).with(function* (executor) {
    yield* print(yield* names(executor, [0.06, 0.03]), executor._threads.size);
    const again = new Set(yield* names(executor, [0.03, 0.03, 0.03, 0.03, 0.03]));
    yield* print([...again].sort(), executor._threads.size);
    yield* print(
      threading
        .enumerate()
        .map((thread) => thread.name)
        .sort(),
    );
  });
  yield* print(threading.active_count());
  yield* new ThreadPoolExecutor(null, { thread_name_prefix: "worker" }).with(function* (executor) {
    yield* print(yield* names(executor, [0.03, 0.03]));
  });
  yield* new ThreadPoolExecutor(1).with(function* (executor) {
    for (let count = 0; count < 3; count++) {
      yield* print(yield* (yield* executor.submit(name, 0)).result());
      yield* time.sleep(0.02);
    }
    yield* print(
      executor._threads.size,
      [...executor._threads].map((thread) => thread.daemon),
    );
  });
  yield* print(new threading.Thread({ target: name, args: [0] }).name);
}
