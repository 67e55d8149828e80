/** Python's `async for`, its protocol, and the builtins `aiter` and `anext`. */
import { awaitErrorOf } from "../interpreter/await_error.js";
import type { Await, Awaitable, Coroutine } from "../interpreter/awaiting.js";
import { interpreter } from "../interpreter/state.js";
import type { Blocking, Syscall } from "../kernel/traps.js";
import { hex_address } from "./address.js";
import { NameError, StopAsyncIteration, TypeError } from "./base_exceptions.js";
import { del } from "./del.js";
import { define_classes, is_generator, type_name } from "./names.js";

/** What `async for` steps through: a class of a program may have this method, too. */
export interface AsyncIterator<T> {
  __anext__(): Awaitable<T>;
}

/** What `async for` takes. */
export interface AsyncIterable<T> {
  __aiter__(): AsyncIterator<T>;
}

class Break {
  declare private readonly brand: "break";
}

/** What the body of {@link async_for} returns to leave the loop: Python's `break`. */
export const BREAK = new Break();

function has(object: unknown, method: "__aiter__" | "__anext__"): boolean {
  if (typeof object !== "object" || object === null) return false;
  return typeof (object as Readonly<Record<string, unknown>>)[method] === "function";
}

/** What `async for` iterates. @throws TypeError `'async for' requires an object with __aiter__ method, got …` */
function iterator_of<T>(iterable: AsyncIterable<T>): AsyncIterator<T> {
  if (!has(iterable, "__aiter__")) {
    throw new TypeError(`'async for' requires an object with __aiter__ method, got ${type_name(iterable)}`);
  }
  const iterator = iterable.__aiter__();
  if (has(iterator, "__anext__")) return iterator;
  const text = "'async for' received an object from __aiter__ that does not implement __anext__";
  throw new TypeError(`${text}: ${type_name(iterator)}`);
}

/** What is to be awaited for the next value. @throws TypeError `'async for' received an invalid object from __anext__: …` */
function next_of<T>(iterator: AsyncIterator<T>): Awaitable<T> {
  const awaitable: unknown = iterator.__anext__();
  if (typeof awaitable === "object" && awaitable !== null && Symbol.iterator in awaitable) {
    return awaitable as Awaitable<T>;
  }
  const cause = awaitErrorOf(awaitable);
  const error = new TypeError(`'async for' received an invalid object from __anext__: ${type_name(awaitable)}`);
  error.__cause__ = error.__context__ = cause;
  throw error;
}

/**
 * Python's `async for` as a loop of JavaScript, in which `break`, `continue` and `return` mean what they say:
 *
 * ```ts
 * const each = async_loop(ticker(1, 3));
 * while (yield* each.next_value()) {
 *   yield* print(each.value);
 * }
 * ```
 */
export class AsyncLoop<T> {
  /** The value of this round. */
  value!: T;
  /** Whether the iterator had no more values: then Python runs the loop's `else`. */
  exhausted = false;
  readonly #iterator: AsyncIterator<T>;

  /** @internal */
  constructor(iterable: AsyncIterable<T>) {
    this.#iterator = iterator_of(iterable);
  }

  /** Awaits the next value. @returns whether there was one */
  *next_value(): Coroutine<boolean> {
    const awaitable = next_of(this.#iterator);
    try {
      this.value = yield* awaitable;
    } catch (error) {
      if (!(error instanceof StopAsyncIteration)) throw error;
      this.exhausted = true;
      return false;
    }
    return true;
  }

  /** The loop was the last that had its iterator: an asynchronous generator that is not at its end is closed, as when Python frees it. @internal */
  _freed(): Blocking<void> {
    return del(this.#iterator);
  }
}

/**
 * Begins a loop over an asynchronous iterable.
 * @throws TypeError `'async for' requires an object with __aiter__ method, got …`
 */
export function async_loop<T>(iterable: AsyncIterable<T>): AsyncLoop<T> {
  return new AsyncLoop<T>(iterable);
}

/**
 * Python's `async for` with a function as its body.
 *
 * ```ts
 * const whole = yield* async_for(() => ticker(1, 3), function* (tick) {
 *   if (tick === 2) return BREAK;
 *   yield* print(tick);
 * });
 * if (whole) yield* print("else");
 * ```
 *
 * @param iterable - what a variable holds; or, as a function, the expression of the statement, whose value nobody else has: then a generator
 *   that is not at its end is freed with the loop, as Python does at once
 * @param body - called with each value; `return BREAK` leaves the loop
 * @returns whether the loop came to its end, so that Python would run its `else`
 * @throws TypeError `'async for' requires an object with __aiter__ method, got …`
 */
export function* async_for<T>(
  iterable: AsyncIterable<T> | (() => AsyncIterable<T>),
  body: (value: T) => Coroutine<Break | void> | Break | void,
): Coroutine<boolean> {
  const temporary = typeof iterable === "function";
  const loop = new AsyncLoop<T>(temporary ? iterable() : iterable);
  try {
    while (yield* loop.next_value()) {
      const result = body(loop.value);
      if ((is_generator(result) ? yield* result : result) === BREAK) return false;
    }
    return true;
  } finally {
    if (temporary && !loop.exhausted) yield* del(loop);
  }
}

/**
 * Python's `[value async for value in iterable]`.
 * @param iterable - as for {@link async_for}
 */
export function* async_list<T>(iterable: AsyncIterable<T> | (() => AsyncIterable<T>)): Coroutine<T[]> {
  const values: T[] = [];
  yield* async_for(iterable, (value) => void values.push(value));
  return values;
}

// ---- the builtins ----------------------------------------------------------------------------------------------------

function check_available(name: string): void {
  if (!interpreter().profile.anextBuiltins) throw new NameError(`name '${name}' is not defined`);
}

/**
 * Python's `aiter(iterable)` (3.10 and later).
 * @throws NameError `name 'aiter' is not defined` before
 * @throws TypeError `'int' object is not an async iterable`, `aiter() returned not an async iterator of type 'int'`
 */
export function aiter<T>(iterable: AsyncIterable<T>): AsyncIterator<T> {
  check_available("aiter");
  if (!has(iterable, "__aiter__")) throw new TypeError(`'${type_name(iterable)}' object is not an async iterable`);
  const iterator = iterable.__aiter__();
  if (has(iterator, "__anext__")) return iterator;
  throw new TypeError(`aiter() returned not an async iterator of type '${type_name(iterator)}'`);
}

/**
 * Python's `anext(iterator)` (3.10 and later): what it gives is to be awaited.
 * @param fallback - what the await gives at the end of the iterator, instead of StopAsyncIteration
 * @throws NameError `name 'anext' is not defined` before 3.10
 * @throws TypeError `'int' object is not an async iterator`
 */
export function anext<T>(iterator: AsyncIterator<T>): Coroutine<T>;
export function anext<T, D>(iterator: AsyncIterator<T>, fallback: D): Coroutine<T | D>;
export function anext<T, D>(iterator: AsyncIterator<T>, fallback?: D): Coroutine<T | D> {
  check_available("anext");
  if (!has(iterator, "__anext__")) throw new TypeError(`'${type_name(iterator)}' object is not an async iterator`);
  const awaitable = iterator.__anext__();
  return arguments.length === 1 ? (awaitable as Coroutine<T>) : new Anext<T, D>(awaitable, fallback as D);
}

type Result<T> = IteratorResult<Syscall | Await, T>;

/** What `anext` with a fallback gives. */
class Anext<T, D> implements Generator<Syscall | Await, T | D, unknown> {
  readonly #awaitable: Awaitable<T>;
  readonly #fallback: D;
  #iterator: Iterator<Syscall | Await, T, unknown> | null = null;

  constructor(awaitable: Awaitable<T>, fallback: D) {
    this.#awaitable = awaitable;
    this.#fallback = fallback;
  }

  #steps(): Iterator<Syscall | Await, T, unknown> {
    if (this.#iterator !== null) return this.#iterator;
    const awaitable: unknown = this.#awaitable;
    if (typeof awaitable !== "object" || awaitable === null || !(Symbol.iterator in awaitable)) {
      throw awaitErrorOf(awaitable);
    }
    return (this.#iterator = this.#awaitable[Symbol.iterator]());
  }

  next(received?: unknown): Result<T | D> {
    return this.#step(() => this.#steps().next(received));
  }

  throw(error: unknown): Result<T | D> {
    return this.#step(() => {
      const steps = this.#steps();
      if (steps.throw === undefined) throw error;
      return steps.throw(error);
    });
  }

  #step(step: () => Result<T>): Result<T | D> {
    try {
      return step();
    } catch (error) {
      if (error instanceof StopAsyncIteration) return { done: true, value: this.#fallback };
      throw error;
    }
  }

  return(value: T | D): Result<T | D> {
    return { done: true, value };
  }

  [Symbol.iterator](): this {
    return this;
  }

  get [Symbol.toStringTag](): string {
    return "Generator";
  }

  get __qualname__(): string {
    return "<anext_awaitable without __name__>";
  }

  __repr__(): string {
    return `<anext_awaitable object at ${hex_address(this)}>`;
  }
}

define_classes("builtins", { anext_awaitable: Anext });
