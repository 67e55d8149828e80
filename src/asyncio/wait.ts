/** `asyncio.wait`. CPython has it in `asyncio.tasks`. */
import { ChosenSet, take_chosen } from "../builtins/chosen_set.js";
import { bool } from "../builtins/compare.js";
import { AssertionError, AttributeError, TypeError, ValueError } from "../builtins/exceptions.js";
import { name_generators, str, tuple, type_name } from "../builtins/repr.js";
import { interpreter } from "../interpreter/state.js";
import type { Coroutine } from "./awaitable.js";
import type { BaseEventLoop } from "./base_events.js";
import { iscoroutine } from "./coroutines.js";
import { get_running_loop } from "./events.js";
import { _release_waiter, type Future, isfuture, type PublicFuture } from "./futures.js";
import { _add_to_awaited_by, _discard_from_awaited_by } from "./graph.js";
import { _given_loop, _is_awaited, _warn_of_loop, type LoopArgument } from "./loop_argument.js";
import { own_coroutine } from "./sleep.js";
import { ensure_future, type Task } from "./tasks.js";

/** What `return_when` can be: the wait ends with the first that is done, */
export const FIRST_COMPLETED = "FIRST_COMPLETED";
/** with the first that has an exception (a cancellation is none), or when all are done, */
export const FIRST_EXCEPTION = "FIRST_EXCEPTION";
/** or when all are done. */
export const ALL_COMPLETED = "ALL_COMPLETED";

/** Python's keyword arguments of `wait`. */
export interface WaitOptions extends LoopArgument {
  /** In seconds; `null` or none for no limit. When it is over the wait ends, without an error and without a cancellation. */
  readonly timeout?: number | null;
  /** {@link FIRST_COMPLETED}, {@link FIRST_EXCEPTION} or, unless told, {@link ALL_COMPLETED}. */
  readonly return_when?: string;
}

/** What `wait` gives: those that are done, and those that are not. The order of each set is a choice: Python's goes by addresses. */
export type DoneAndPending<F> = readonly [done: Set<F>, pending: Set<F>];

/**
 * Waits for several futures or tasks. Neither the end of the time nor a cancellation of the wait cancels them.
 * @param fs the futures or tasks; up to 3.10 also coroutines, of which it makes tasks, in an order that is a choice
 * @throws TypeError `expect a list of futures, not …`; from 3.11 on `Passing coroutines is forbidden, use tasks explicitly.`
 * @throws ValueError `Set of Tasks/Futures is empty.` (`Set of coroutines/Futures is empty.` up to 3.10), or `Invalid return_when value: …`
 */
export function wait<F extends PublicFuture<unknown>>(
  fs: Iterable<F>,
  options?: WaitOptions,
): Coroutine<DoneAndPending<F>>;
/** The same with coroutines, up to 3.10. */
export function wait<T>(
  fs: Iterable<Coroutine<T> | Future<T> | Task<T>>,
  options?: WaitOptions,
): Coroutine<DoneAndPending<Future<T> | Task<T>>>;
export function wait(fs: Iterable<unknown>, options: WaitOptions = {}): Coroutine<DoneAndPending<Future>> {
  const loop = _given_loop("wait", options);
  const coro: Coroutine<DoneAndPending<Future>> = checked_wait(fs, options, loop, () => _is_awaited(coro));
  return coro;
}

function* checked_wait(
  fs: Iterable<unknown>,
  { timeout = null, return_when = ALL_COMPLETED }: WaitOptions,
  given: BaseEventLoop | null,
  awaited: () => boolean,
): Coroutine<DoneAndPending<Future>> {
  const { profile } = interpreter();
  if (isfuture(fs) || iscoroutine(fs)) throw new TypeError(`expect a list of futures, not ${type_name(fs)}`);
  if (!bool(fs)) {
    throw new ValueError(`Set of ${profile.waitTakesCoroutines ? "coroutines" : "Tasks"}/Futures is empty.`);
  }
  if (![FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED].includes(return_when)) {
    throw new ValueError(`Invalid return_when value: ${str(return_when)}`);
  }
  if (given !== null && awaited()) _warn_of_loop();
  const distinct = _distinct(fs);
  if (!profile.waitTakesCoroutines) {
    if (distinct.some(iscoroutine)) throw new TypeError("Passing coroutines is forbidden, use tasks explicitly.");
    return yield* _wait(distinct as Future[], timeout, return_when, get_running_loop());
  }
  const loop = given ?? get_running_loop();
  if (profile.waitWarnsOfCoroutines && distinct.some(iscoroutine) && awaited()) {
    const what = "The explicit passing of coroutine objects to asyncio.wait() is deprecated since Python 3.8";
    interpreter().warn("DeprecationWarning", `${what}, and scheduled for removal in Python 3.11.`);
  }
  const futures = Array.from(_in_set_order(distinct), (one) => ensure_future(one as Future, { loop }));
  return yield* _wait([...new Set(futures)], timeout, return_when, loop);
}

// To users it is the function itself that is the coroutine.
name_generators(Object.defineProperty(checked_wait, "__qualname__", { value: "wait" }));

/** Each object once, as in `set(fs)`, in order of insertion. @throws TypeError `… object is not iterable` @internal */
export function _distinct(fs: Iterable<unknown>): unknown[] {
  if (typeof (fs as Partial<Iterable<unknown>> | null)?.[Symbol.iterator] !== "function") {
    throw new TypeError(`'${type_name(fs)}' object is not iterable`);
  }
  return [...new Set(Array.from(fs instanceof ChosenSet ? fs.members() : fs, own_coroutine))];
}

/**
 * What was given in the order of a Python set, which goes by addresses. It matters only for what a task is made of, so the rest keeps its place; and only as
 * far as somebody looks, which a future of another loop ends.
 * @internal
 */
export function* _in_set_order(distinct: readonly unknown[]): Iterable<unknown> {
  const others = distinct.filter((one) => !isfuture(one));
  for (const one of distinct) yield isfuture(one) ? one : take_chosen(others);
}

/** Waits for a list without duplicates. @internal */
function* _wait(
  fs: readonly Future[],
  timeout: number | null,
  return_when: string,
  loop: BaseEventLoop,
): Coroutine<DoneAndPending<Future>> {
  if (fs.length === 0) throw new AssertionError("Set of Futures is empty.");
  const waiter = loop.create_future<void>();
  const timer = timeout === null ? null : loop.call_later(timeout, _release_waiter, waiter);
  const task = get_running_loop()._current_task;
  let left = fs.length;
  const named = {
    "_wait.<locals>._on_completion": (f: Future): void => {
      left--;
      // The last one's exception is not looked at.
      if (left <= 0 || return_when === FIRST_COMPLETED || (return_when === FIRST_EXCEPTION && has_failed(f))) {
        timer?.cancel();
        if (!waiter.done()) waiter.set_result();
      }
      _discard_from_awaited_by(f, task);
    },
  };
  const on_completion = named["_wait.<locals>._on_completion"];
  for (const f of fs) {
    if (typeof (f as Partial<Future> | null)?.add_done_callback !== "function") {
      throw new AttributeError(`'${type_name(f)}' object has no attribute 'add_done_callback'`);
    }
    f.add_done_callback(on_completion);
    _add_to_awaited_by(f, task);
  }
  try {
    yield* waiter;
  } finally {
    timer?.cancel();
    for (const f of fs) f.remove_done_callback(on_completion);
  }
  return tuple(new ChosenSet(fs.filter((f) => f.done())), new ChosenSet(fs.filter((f) => !f.done())));
}

/** Looks at its exception, so that nothing is said of it any more. */
function has_failed(f: Future): boolean {
  return !f.cancelled() && f.exception() !== null;
}
