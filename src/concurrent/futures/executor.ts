/** What all executors have in common. CPython has it in `concurrent.futures._base`. */
import { BaseException, NotImplementedError, RuntimeError, TypeError, ValueError } from "../../builtins/exceptions.js";
import { define_classes, type_name } from "../../builtins/repr.js";
import { interpreter } from "../../interpreter/state.js";
import { current } from "../../kernel/current.js";
import type { Kernel } from "../../kernel/kernel.js";
import { isBlocking, type Blocking, type MustBlock, type Syscall } from "../../kernel/traps.js";
import type { Future } from "./_base.js";
import { BlockingIterator } from "./iterators.js";
import { end_of } from "./waiting.js";

/** An executor cannot be used any more. */
export class BrokenExecutor extends RuntimeError {}

define_classes("concurrent.futures._base", { BrokenExecutor });

/** What a call comes to: of a blocking function, what it returns. */
export type ResultOf<R> = R extends Generator<infer Y, infer T, unknown> ? ([Y] extends [Syscall] ? T : R) : R;

/** A function that an executor can call, plain or blocking. */
export type Work<A extends unknown[], R> = ((...args: A) => R) & ([R] extends [never] ? unknown : MustBlock<R>);

/** Python's keyword arguments of `Executor.map`. */
export interface MapOptions {
  /** For all results together, from the call of `map` on, in seconds; `null` or none for no limit. */
  readonly timeout?: number | null;
  /** Only for processes: it has no effect. */
  readonly chunksize?: number;
  /** How many calls are submitted ahead of the results that were asked for (3.14 and later); `null` or none for all. */
  readonly buffersize?: number | null;
}

/** Python's keyword arguments of `Executor.shutdown`. */
export interface ShutdownOptions {
  /** Whether to wait for what has been submitted; true unless told. */
  readonly wait?: boolean;
  /** Whether to cancel what has not begun (3.9 and later); false unless told. */
  readonly cancel_futures?: boolean;
}

/**
 * Calls what may be plain or blocking.
 * @throws TypeError `'int' object is not callable`
 * @internal
 */
export function* call_work(fn: unknown, args: readonly unknown[]): Blocking<unknown> {
  if (typeof fn !== "function") throw new TypeError(`'${type_name(fn)}' object is not callable`);
  const result = (fn as (...args: readonly unknown[]) => unknown)(...args);
  return isBlocking(result) ? yield* result : result;
}

/** Whatever calls functions for others. Mirrors `concurrent.futures.Executor`; a subclass has a `submit` of its own. */
export class Executor {
  /**
   * Has a function called.
   * @param _fn plain or blocking
   * @param _args what it is called with
   * @returns the future of its result
   * @throws NotImplementedError for a class without a `submit` of its own
   */
  submit<A extends unknown[], R>(_fn: Work<A, R>, ..._args: A): Blocking<Future<ResultOf<R>>> {
    throw new NotImplementedError();
  }

  /**
   * Has a function called for each item, or for each first, second, … items of several iterables, as long as the shortest one lasts. All calls
   * are submitted before this returns.
   * @returns the results in order, as steps: `for (const next of yield* executor.map(fn, items)) { const result = yield* next; }`, or
   *   `yield* (yield* executor.map(fn, items)).list()`
   */
  map<A extends unknown[], R>(
    fn: Work<A, R>,
    ...iterables: { readonly [I in keyof A]: Iterable<A[I]> }
  ): Blocking<BlockingIterator<ResultOf<R>>> {
    return this.map_kw({}, fn, ...iterables);
  }

  /**
   * `map` with Python's keyword arguments.
   * @throws TypeError `buffersize must be an integer or None`; before 3.14 for any
   * @throws ValueError `buffersize must be None or > 0`
   * @throws TimeoutError when a result is driven too late
   */
  map_kw<A extends unknown[], R>(
    options: MapOptions,
    fn: Work<A, R>,
    ...iterables: { readonly [I in keyof A]: Iterable<A[I]> }
  ): Blocking<BlockingIterator<ResultOf<R>>> {
    const kernel = current();
    kernel.calls("executor.map(…)");
    return this.#mapping(kernel, options, fn as never, zip(iterables)) as Blocking<never>;
  }

  *#mapping(
    kernel: Kernel,
    options: MapOptions,
    fn: Work<unknown[], unknown>,
    calls: Iterator<unknown[], undefined>,
  ): Blocking<BlockingIterator<unknown>> {
    kernel.undriven = "";
    const { timeout = null, buffersize = null } = options;
    check_buffersize(options);
    const end = timeout === null ? null : end_of(timeout);
    const futures: Future[] = [];
    while (buffersize === null || futures.length < buffersize) {
      const next = calls.next();
      if (next.done === true) break;
      futures.push(yield* this.submit(fn, ...next.value));
    }
    const more = buffersize === null ? null : calls;
    return new Results(
      futures,
      end,
      function* submit_next(this: Executor) {
        const next = more?.next();
        return next === undefined || next.done === true ? null : yield* this.submit(fn, ...next.value);
      }.bind(this),
    );
  }

  /**
   * Takes no more calls, and waits until all have been made.
   * @throws TypeError `shutdown() got an unexpected keyword argument 'cancel_futures'` in 3.8
   */
  shutdown(_options: ShutdownOptions = {}): Blocking<void> {
    const kernel = current();
    kernel.calls("executor.shutdown(…)");
    return nothing(kernel);
  }

  /** Python's `with executor:` around a body, which may be a blocking function or a coroutine: at its end the executor is shut down. */
  *with<Y, T>(body: (executor: this) => Generator<Y, T, unknown>): Generator<Syscall | Y, T, unknown> {
    try {
      return yield* body(this);
    } finally {
      yield* this.shutdown();
    }
  }
}

define_classes("concurrent.futures._base", { Executor });

function* nothing(kernel: Kernel): Blocking<void> {
  kernel.undriven = "";
}

function check_buffersize({ buffersize }: MapOptions): void {
  if (buffersize === undefined) return;
  const { mapTakesBuffersize, qualifiedArgumentErrors } = interpreter().profile;
  if (!mapTakesBuffersize) {
    const name = qualifiedArgumentErrors ? "Executor.map" : "map";
    throw new TypeError(`${name}() got an unexpected keyword argument 'buffersize'`);
  }
  if (buffersize === null) return;
  if (!Number.isInteger(buffersize)) throw new TypeError("buffersize must be an integer or None");
  if (buffersize < 1) throw new ValueError("buffersize must be None or > 0");
}

/** Python's `zip`. */
function* zip(iterables: readonly Iterable<unknown>[]): Generator<unknown[], undefined, unknown> {
  const iterators = iterables.map((each) => each[Symbol.iterator]());
  while (iterators.length > 0) {
    const items: unknown[] = [];
    for (const iterator of iterators) {
      const next = iterator.next();
      if (next.done === true) return undefined;
      items.push(next.value);
    }
    yield items;
  }
  return undefined;
}

/** The results of `map`. */
class Results extends BlockingIterator<unknown> {
  /** Those whose results were not given yet, the last one first. */
  #futures: Future[];
  readonly #end: number | null;
  readonly #submit_next: () => Blocking<Future | null>;
  #begun = false;

  /** @param end when the time is over, on the clock in seconds; `null` for never */
  constructor(futures: Future[], end: number | null, submit_next: () => Blocking<Future | null>) {
    super("the next result of executor.map(…)");
    this.#futures = futures.reverse();
    this.#end = end;
    this.#submit_next = submit_next;
  }

  protected override _more(): boolean {
    return this.#futures.length > 0;
  }

  protected override *_next(kernel: Kernel): Blocking<unknown> {
    kernel.undriven = "";
    this.#begun = true;
    try {
      const submitted = yield* this.#submit_next();
      if (submitted !== null) this.#futures.unshift(submitted);
      const future = this.#futures.pop() as Future;
      const timeout = this.#end === null ? null : this.#end - kernel.readClock();
      return yield* _result_or_cancel(future, timeout);
    } catch (error) {
      if (!(error instanceof BaseException)) throw error;
      yield* this._close();
      throw error;
    }
  }

  /** Cancels what was not given, the last one first; nothing before the first result was asked for. */
  protected override *_close(): Blocking<void> {
    const left = this.#futures;
    this.#futures = [];
    if (this.#begun) for (const future of left) yield* future.cancel();
  }
}

function* _result_or_cancel(future: Future, timeout: number | null): Blocking<unknown> {
  if (!interpreter().profile.mapCancelsWhatItAsked) return yield* future.result(timeout);
  try {
    return yield* future.result(timeout);
  } finally {
    yield* future.cancel();
  }
}
