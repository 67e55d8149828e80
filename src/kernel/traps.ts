/**
 * What may cross the border between a thread and the kernel. A thread yields an {@link Operation} and is answered with nothing:
 * when it is resumed, its gate is open or its deadline has passed, and it does the operation itself.
 */
import type { Operation } from "./operation.js";

/** What a thread may yield. */
export type Syscall = Operation;

/** A plain `def`: it may stop its OS thread; it cannot suspend a task. */
export type Blocking<T> = Generator<Syscall, T, unknown>;

/** Refuses a coroutine function, or one that gives a Promise, as the body of a thread. */
export type MustBlock<R> =
  R extends Generator<infer Y, unknown, unknown>
    ? [Y] extends [Syscall]
      ? unknown
      : "TypeError: a thread cannot run a coroutine function"
    : R extends PromiseLike<unknown>
      ? "TypeError: no Promise enters the simulation"
      : unknown;

/** Whether a function has returned something to drive. A future has the same methods, but is a value: it says `_not_a_coroutine`. */
export function isBlocking(value: unknown): value is Blocking<unknown> {
  if (typeof value !== "object" || value === null) return false;
  const candidate = value as { readonly next?: unknown; readonly _not_a_coroutine?: boolean };
  return typeof candidate.next === "function" && candidate._not_a_coroutine !== true;
}

/** What a blocking call gives that was done at once: driving it yields nothing and returns the value. */
export class Immediate<T> implements Generator<never, T, unknown> {
  readonly #driven: () => void;
  readonly #result: { done: true; value: T } = { done: true, value: undefined as T };

  /** @param driven called when it is driven */
  constructor(driven: () => void) {
    this.#driven = driven;
  }

  /** Takes the next value. */
  with(value: T): this {
    this.#result.value = value;
    return this;
  }

  next(): IteratorResult<never, T> {
    this.#driven();
    return this.#result;
  }

  throw(error: unknown): IteratorResult<never, T> {
    throw error;
  }

  return(value: T): IteratorResult<never, T> {
    return { done: true, value };
  }

  [Symbol.iterator](): this {
    return this;
  }

  get [Symbol.toStringTag](): string {
    return "Generator";
  }
}
