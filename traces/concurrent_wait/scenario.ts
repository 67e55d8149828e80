/** concurrent.futures.wait in its three modes, with what is done already, failures, cancellations and a timeout. */
import { builtins, concurrent, print, threading, time, type Blocking } from "interloop";

const { FIRST_COMPLETED, FIRST_EXCEPTION, Future, wait } = concurrent.futures;
type AnyFuture = concurrent.futures.Future;

function* finish(future: AnyFuture, delay: number, error: Error | null = null): Blocking<void> {
  yield* time.sleep(delay);
  if (!(yield* future.set_running_or_notify_cancel())) return;
  if (error === null) yield* future.set_result(delay);
  else yield* future.set_exception(error);
}

type Result = concurrent.futures.DoneAndNotDoneFutures<AnyFuture>;

function* show(label: string, futures: readonly AnyFuture[], result: Result): Blocking<void> {
  const sets = result.map((members) => futures.flatMap((future, at) => (members.has(future) ? [at] : [])));
  yield* print(label, "done:", sets[0], "not done:", sets[1], result.done.size, result.not_done.size);
}

function* round(
  label: string,
  errors: readonly (Error | null)[],
  options: concurrent.futures.WaitOptions = {},
): Blocking<void> {
  const futures = errors.map(() => new Future());
  const threads: threading.Thread[] = [];
  for (const [at, error] of errors.entries()) {
    const args = [futures[at] as AnyFuture, 0.03 * (at + 1), error] as const;
    threads.push(new threading.Thread({ target: () => finish(...args) }));
  }
  for (const thread of threads) yield* thread.start();
  yield* show(label, futures, yield* wait(futures, options));
  yield* show(`${label} again`, futures, yield* wait(futures, options));
  for (const thread of threads) yield* thread.join();
  yield* show(`${label} at last`, futures, yield* wait(new Set(futures), options));
}

function* cancelled(): Blocking<void> {
  const futures = [new Future(), new Future()] as const;
  yield* futures[0].cancel();
  yield* show("cancelled:", futures, yield* wait(futures, { timeout: 0.01 }));
  const threads = futures.map((future) => new threading.Thread({ target: () => finish(future, 0.01) }));
  for (const thread of threads) yield* thread.start();
  yield* show("noticed:", futures, yield* wait(futures, { return_when: FIRST_EXCEPTION }));
  for (const thread of threads) yield* thread.join();
}

export default function* program(): Blocking<void> {
  const failure = new builtins.ValueError("failed");
  yield* round("all", [null, failure, null]);
  yield* round("first", [null, failure, null], { return_when: FIRST_COMPLETED });
  yield* round("exception", [null, failure, null], { return_when: FIRST_EXCEPTION });
  yield* round("timeout", [null, null, null], { timeout: 0.04 });
  yield* round("no time", [null, null], { timeout: 0 });
  yield* cancelled();
  yield* print(yield* wait([]));
}
