/**
 * `concurrent.futures.wait` and `as_completed`. CPython has them in `concurrent.futures._base`.
 *
 * Both look at all futures at once, with the lock of each one held, and leave a waiter at them. Taking the waiter away again is a part of what the thread does next.
 */
import { ChosenSet } from "../../builtins/chosen_set.js";
import { AttributeError, TypeError, ValueError } from "../../builtins/exceptions.js";
import { repr, type_name } from "../../builtins/repr.js";
import { checkTimeout, deadlineAfter } from "../../interpreter/seconds.js";
import { interpreter } from "../../interpreter/state.js";
import { current } from "../../kernel/current.js";
import type { Kernel } from "../../kernel/kernel.js";
import { Gate, Operation, type SharedObject } from "../../kernel/operation.js";
import type { Blocking } from "../../kernel/traps.js";
import { runningThread } from "../../kernel/wait.js";
import { Future, TimeoutError, type Waiter } from "./_base.js";
import { BlockingIterator } from "./iterators.js";

/** What `return_when` of `wait` can be: the wait ends with the first future that is over, */
export const FIRST_COMPLETED = "FIRST_COMPLETED";
/** with the first that has an exception (a cancellation is none), or when all are over, */
export const FIRST_EXCEPTION = "FIRST_EXCEPTION";
/** or when all are over. */
export const ALL_COMPLETED = "ALL_COMPLETED";

type AnyFuture = Future;

/** A future of this module, whatever its result. */
export type SomeFuture = Pick<AnyFuture, "cancel" | "cancelled" | "done" | "running">;

/** Where a thread waits for several futures: it waits for the first of them that is not over. */
class FuturesGate extends Gate {
  readonly #futures: readonly AnyFuture[];

  constructor(futures: readonly AnyFuture[]) {
    super("concurrent futures", false);
    this.#futures = futures;
  }

  override holder(): SharedObject | null {
    return this.#futures.find((future) => !future._over())?._done ?? null;
  }
}

/** One wait for several futures, which ends when its rule says so. */
class SeveralWaiter implements Waiter {
  /** Those that were over since the last look, in that order. */
  finished: AnyFuture[] = [];
  readonly #gate: Gate;
  readonly #waiting: Operation;
  readonly #futures: readonly AnyFuture[];
  readonly #rule: (failed: boolean) => boolean;

  /** @param rule asked at each future that is over: whether the wait ends */
  constructor(futures: readonly AnyFuture[], rule: (failed: boolean) => boolean) {
    this.#futures = futures;
    this.#gate = new FuturesGate(futures);
    this.#waiting = new Operation("wait for concurrent futures", this.#gate, "write", this.#gate, places(futures));
    this.#rule = rule;
    for (const future of futures) future._await_by(this);
  }

  _add(kernel: Kernel, future: AnyFuture, failed: boolean, cause: number): void {
    this.finished.push(future);
    if (this.#rule(failed)) kernel.open(this.#gate, cause);
  }

  /** Waits once. @throws TypeError or OverflowError for a timeout that is none */
  *wait(kernel: Kernel, timeout: number | null): Blocking<void> {
    if (!this.#gate.open) checkTimeout(timeout);
    else if (kernel.credit-- > 0) return;
    runningThread(kernel).deadline = deadlineAfter(kernel.now, timeout);
    yield this.#waiting;
  }

  /** Takes what was over since the last look. */
  take(kernel: Kernel): AnyFuture[] {
    const { finished } = this;
    this.finished = [];
    kernel.close(this.#gate);
    return finished;
  }

  /** Leaves all futures, or one. */
  leave(futures: readonly AnyFuture[] = this.#futures): void {
    for (const future of futures) future._forget(this);
  }
}

function places(futures: readonly AnyFuture[]): SharedObject[] {
  return futures.map((future) => future._done);
}

/** What was given as a list, with what is there twice. A set of the program's own has no order but that of creation. */
function given_futures(fs: Iterable<unknown>): AnyFuture[] {
  const list = [...fs] as AnyFuture[];
  return fs.constructor === Set ? list.sort((a, b) => number_of(a) - number_of(b)) : list;
}

function number_of(future: AnyFuture): number {
  return future instanceof Future ? future._done.number : 0;
}

/** Looks at several futures at once. */
function* look(kernel: Kernel, futures: readonly AnyFuture[]): Blocking<void> {
  const [first, ...others] = places(futures.filter((one) => one instanceof Future));
  if (first === undefined && futures.length === 0) return;
  if (kernel.credit-- <= 0) {
    yield new Operation("look at concurrent futures", first ?? null, "write", null, others);
  }
  for (const one of futures) {
    if (!(one instanceof Future)) throw new AttributeError(`'${type_name(one)}' object has no attribute '_condition'`);
  }
}

/** Python's `len(fs)`, as far as it goes. @throws TypeError `object of type 'generator' has no len()` */
function length_of(fs: Iterable<unknown>): number {
  if (Array.isArray(fs)) return fs.length;
  if (fs instanceof Set || fs instanceof Map) return fs.size;
  throw new TypeError(`object of type '${type_name(fs) === "coroutine" ? "generator" : type_name(fs)}' has no len()`);
}

/** When a wait for several futures ends. @throws ValueError `Invalid return condition: …` */
function rule_of(return_when: string, pending: number): (failed: boolean) => boolean {
  if (return_when === FIRST_COMPLETED) return () => true;
  let left = pending;
  if (return_when === FIRST_EXCEPTION) return (failed) => failed || --left === 0;
  if (return_when === ALL_COMPLETED) return () => --left === 0;
  throw new ValueError(`Invalid return condition: ${repr(return_when)}`);
}

/** Python's keyword arguments of `wait`. */
export interface WaitOptions {
  /** How long at most, in seconds; `null` or none for ever. When it is over the wait ends, without an error. */
  readonly timeout?: number | null;
  /** {@link FIRST_COMPLETED}, {@link FIRST_EXCEPTION} or, unless told, {@link ALL_COMPLETED}. */
  readonly return_when?: string;
}

/** What `wait` gives: a tuple of two sets, with names. Their order is a choice: Python's goes by addresses. */
export interface DoneAndNotDoneFutures<F> extends Readonly<[done: Set<F>, not_done: Set<F>]> {
  readonly done: Set<F>;
  readonly not_done: Set<F>;
}

function done_and_not_done(fs: readonly AnyFuture[], done: ReadonlySet<AnyFuture>): DoneAndNotDoneFutures<AnyFuture> {
  const by_number = [...fs].sort((a, b) => a._done.number - b._done.number);
  const sets = {
    done: new ChosenSet(by_number.filter((future) => done.has(future))),
    not_done: new ChosenSet(by_number.filter((future) => !done.has(future))),
  };
  const items = [sets.done, sets.not_done];
  const __repr__ = (): string => `DoneAndNotDoneFutures(done=${repr(sets.done)}, not_done=${repr(sets.not_done)})`;
  Object.defineProperty(items, "__repr__", { value: __repr__ });
  return Object.freeze(Object.assign(items, sets)) as unknown as DoneAndNotDoneFutures<AnyFuture>;
}

/**
 * Waits for several futures.
 * @param fs the futures; one that is given twice counts once
 * @throws ValueError `Invalid return condition: …`, when it has to wait
 * @throws TypeError or OverflowError for a timeout that is none
 */
export function wait<F extends SomeFuture>(
  fs: Iterable<F>,
  options: WaitOptions = {},
): Blocking<DoneAndNotDoneFutures<F>> {
  const kernel = current();
  kernel.calls("concurrent.futures.wait(…)");
  const { timeout = null, return_when = ALL_COMPLETED } = options;
  return waiting(kernel, fs as Iterable<unknown> as Iterable<AnyFuture>, timeout, return_when) as Blocking<never>;
}

function* waiting(
  kernel: Kernel,
  fs: Iterable<AnyFuture>,
  timeout: number | null,
  return_when: string,
): Blocking<DoneAndNotDoneFutures<AnyFuture>> {
  kernel.undriven = "";
  const each_once = interpreter().profile.concurrentWaitTakesEachOnce;
  const given = given_futures(fs);
  const distinct = [...new Set(given)];
  yield* look(kernel, distinct);
  const done = new Set(distinct.filter((future) => future._over()));
  if (done.size > 0 && return_when === FIRST_COMPLETED) return done_and_not_done(distinct, done);
  if (return_when === FIRST_EXCEPTION && distinct.some((one) => one._state === "FINISHED" && one._exception !== null)) {
    return done_and_not_done(distinct, done);
  }
  if (done.size === (each_once ? distinct.length : length_of(fs))) return done_and_not_done(distinct, done);
  const watched = each_once ? distinct : given;
  const rule = rule_of(return_when, watched.filter((future) => !future._over()).length);
  const waiter = new SeveralWaiter(watched, rule);
  try {
    yield* waiter.wait(kernel, timeout);
  } catch (error) {
    // Python leaves it at the futures, where nothing comes of it.
    waiter.leave();
    throw error;
  }
  waiter.leave();
  for (const future of waiter.finished) done.add(future);
  return done_and_not_done(distinct, done);
}

/** Python's keyword arguments of `as_completed`. */
export interface AsCompletedOptions {
  /** For all of them together, from the beginning of the iteration, in seconds; `null` or none for no limit. */
  readonly timeout?: number | null;
}

/** What `as_completed` gives. */
class AsCompleted<F> extends BlockingIterator<F> {
  readonly #given: Iterable<F>;
  readonly #timeout: number | null;
  /** On the clock, in seconds. */
  #end = Infinity;
  /** What is still to come; `null` before the beginning. */
  #left: Set<AnyFuture> | null = null;
  /** What is over and was not given yet: the last one comes first. */
  #ready: AnyFuture[] = [];
  #total = 0;
  #waiter: SeveralWaiter | null = null;

  constructor(fs: Iterable<F>, timeout: number | null) {
    super("the next future of as_completed(…)");
    this.#given = fs;
    this.#timeout = timeout;
  }

  protected override _more(): boolean {
    if (this.#left === null) {
      if (this.#timeout !== null) this.#end = end_of(this.#timeout);
      this.#left = new Set(given_futures(this.#given));
      this.#total = this.#left.size;
    }
    return this.#left.size > 0;
  }

  protected override *_next(kernel: Kernel): Blocking<F> {
    kernel.undriven = "";
    const left = this.#left as Set<AnyFuture>;
    try {
      const waiter = (this.#waiter ??= yield* this.#begin(kernel, [...left]));
      while (this.#ready.length === 0) {
        yield* waiter.wait(kernel, this.#limit(left.size));
        this.#ready = waiter.take(kernel).reverse();
      }
    } catch (error) {
      this.#stop();
      throw error;
    }
    const future = this.#ready.pop() as AnyFuture;
    left.delete(future);
    this.#waiter.leave([future]);
    return future as F;
  }

  *#begin(kernel: Kernel, futures: readonly AnyFuture[]): Blocking<SeveralWaiter> {
    yield* look(kernel, futures);
    const over = futures.filter((future) => future._over());
    const waiter = new SeveralWaiter(futures, () => true);
    while (over.length > 0) this.#ready.push(...over.splice(kernel.choose("order", over.length), 1));
    return waiter;
  }

  /** How long may be waited. One read of the clock. @throws TimeoutError `1 (of 2) futures unfinished` */
  #limit(unfinished: number): number | null {
    if (this.#timeout === null) return null;
    const limit = this.#end - current().readClock();
    if (limit >= 0 || Number.isNaN(limit)) return limit;
    throw new TimeoutError(`${String(unfinished)} (of ${String(this.#total)}) futures unfinished`);
  }

  #stop(): void {
    this.#waiter?.leave();
    this.#left?.clear();
  }

  // Nobody can see it: it is a part of what the thread does next.
  protected override *_close(): Blocking<void> {
    this.#left ??= new Set();
    this.#stop();
  }
}

/**
 * When a time from now is over: one read of the clock.
 * @throws TypeError `can only concatenate str (not "float") to str`, or `unsupported operand type(s) for +: 'list' and 'float'`
 * @internal
 */
export function end_of(timeout: unknown): number {
  const now = current().readClock();
  if (typeof timeout === "number") return timeout + now;
  if (typeof timeout === "string") throw new TypeError('can only concatenate str (not "float") to str');
  throw new TypeError(`unsupported operand type(s) for +: '${type_name(timeout)}' and 'float'`);
}

/**
 * Gives futures as they complete: those that are over already come first, in an order that is a choice, then the others in the order in which they finish.
 * Each turn of a `for` is given a step, which is driven for the future: `for (const next of as_completed(fs)) { const future = yield* next; }`.
 * @param fs the futures; one that is given twice comes once
 * @throws TimeoutError when it is driven: `1 (of 2) futures unfinished`
 */
export function as_completed<F extends SomeFuture>(
  fs: Iterable<F>,
  options: AsCompletedOptions = {},
): BlockingIterator<F> {
  return new AsCompleted(fs, options.timeout ?? null);
}
