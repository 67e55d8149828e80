/** One coroutine object in several tasks. In CPython each of them resumes it, so they drive it by turns until it is at its end. */
import { RuntimeError } from "../builtins/exceptions.js";
import type { Await, Coroutine } from "./awaitable.js";
import { FutureBase, PENDING, type Waiter } from "./base_futures.js";
import type { Owned } from "./coroutines.js";

type Step<T> = IteratorResult<Await, T>;

function refuse(): never {
  throw new RuntimeError("cannot reuse already awaited coroutine");
}

/** Whether something is the task that a coroutine was given to first. */
function isTask(owner: object | undefined): owner is FutureBase<unknown> & Waiter {
  return owner instanceof FutureBase && "_fut_waiter" in owner;
}

/**
 * What a task drives when its coroutine belongs to another task already.
 * @internal
 */
export class ReusedCoroutine<T> implements Generator<Await, T, unknown> {
  readonly coroutine: Generator<Await, T, unknown> & Owned;

  constructor(coroutine: Coroutine<T> & Owned) {
    this.coroutine = coroutine as Generator<Await, T, unknown> & Owned;
  }

  next(): Step<T> {
    const { coroutine } = this;
    const { _owner: owner } = coroutine;
    if (!isTask(owner) || owner._state !== PENDING) return refuse();
    const future = owner._fut_waiter;
    // It is suspended in that future's `await`, which sends the future again.
    if (future?._state === PENDING) return FutureBase.prototype.next.call(future) as Step<T>;
    return this.#step(() => coroutine.next());
  }

  throw(error: unknown): Step<T> {
    const { coroutine } = this;
    const { _owner: owner } = coroutine;
    if (!isTask(owner) || owner._state !== PENDING) return refuse();
    return this.#step(() => coroutine.throw(error));
  }

  return(value: T): Step<T> {
    return { done: true, value };
  }

  /** One step; when it is the last one, the task that has the coroutine as well finds it at its end. */
  #step(step: () => Step<T>): Step<T> {
    const { coroutine } = this;
    let done = true;
    try {
      const result = step();
      done = result.done === true;
      return result;
    } finally {
      if (done) coroutine.next = coroutine.throw = refuse;
    }
  }

  [Symbol.iterator](): this {
    return this;
  }

  get __qualname__(): string | undefined {
    return (this.coroutine as { readonly __qualname__?: string }).__qualname__;
  }

  get [Symbol.toStringTag](): string {
    return "Generator";
  }
}
