/** Iterators whose `next()` may stop the thread, such as those of `as_completed` and `Executor.map`. A `for` of JavaScript cannot wait, so it is given steps. */
import { StopIteration } from "../../builtins/exceptions.js";
import { current } from "../../kernel/current.js";
import type { Kernel } from "../../kernel/kernel.js";
import type { Blocking } from "../../kernel/traps.js";

/**
 * What Python iterates with `for`. Here each turn of the loop is given a step, which is driven for the value:
 *
 * ```ts
 * for (const next of concurrent.futures.as_completed(futures)) {
 *   const future = yield* next;
 * }
 * ```
 *
 * A loop that is left early leaves the iterator as it is, as it does with one that Python keeps in a variable: see {@link close}.
 */
export abstract class BlockingIterator<T> implements Iterable<Blocking<T>> {
  readonly #name: string;

  /** @param name how a step is named to somebody who forgot to drive it */
  protected constructor(name: string) {
    this.#name = name;
  }

  /** Whether there is a next value, or an exception in its place. The first call begins the iteration. @internal */
  protected abstract _more(): boolean;

  /** Gives the next value. @internal */
  protected abstract _next(kernel: Kernel): Blocking<T>;

  /** What `close` does. @internal */
  protected abstract _close(kernel: Kernel): Blocking<void>;

  /** The steps, one for each value; each is to be driven before the next one is asked for. */
  *[Symbol.iterator](): Generator<Blocking<T>, undefined, unknown> {
    while (this._more()) yield this.#step();
    return undefined;
  }

  #step(): Blocking<T> {
    const kernel = current();
    kernel.calls(this.#name);
    return this._next(kernel);
  }

  /** Python's `next(iterator)`. @throws StopIteration at the end */
  __next__(): Blocking<T> {
    if (!this._more()) throw new StopIteration();
    return this.#step();
  }

  /** Python's `list(iterator)`: all values that are left. */
  list(): Blocking<T[]> {
    const kernel = current();
    kernel.calls("iterator.list()");
    return this.#list(kernel);
  }

  *#list(kernel: Kernel): Blocking<T[]> {
    kernel.undriven = "";
    const values: T[] = [];
    while (this._more()) values.push(yield* this.#step());
    return values;
  }

  /** Ends the iteration, as Python does when it frees an iterator that was left early. */
  close(): Blocking<void> {
    const kernel = current();
    kernel.calls("iterator.close()");
    return this.#closing(kernel);
  }

  /** Python's end of an iterator that nobody has any more. @internal */
  _freed(): Blocking<void> {
    return this._close(current());
  }

  *#closing(kernel: Kernel): Blocking<void> {
    kernel.undriven = "";
    yield* this._close(kernel);
  }
}
