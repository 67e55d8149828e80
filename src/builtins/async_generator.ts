/**
 * Python's asynchronous generators: an `async def` with a `yield` in it. A generator of JavaScript has one way out, which awaits take; so what is
 * produced is marked as such, and given to a function of its own, `emit`.
 */
import type { Await, Coroutine } from "../interpreter/awaiting.js";
import { interpreter, type noHooks, threadState } from "../interpreter/state.js";
import { current } from "../kernel/current.js";
import { type Blocking, isBlocking, type Syscall } from "../kernel/traps.js";
import { Sending, Throwing } from "./async_generator_steps.js";
import { hex_address } from "./address.js";
import { BaseException, RuntimeError, StopAsyncIteration, StopIteration, TypeError } from "./base_exceptions.js";
import { close_freed } from "./freed.js";
import { define_classes, function_name, type_name } from "./names.js";
import { mark_raised } from "./raise.js";

declare const brand: unique symbol;

/** What `emit` sends to whoever iterates. Only the library makes one. */
export interface Emission {
  readonly [brand]: "Emission";
}

/** What the body of an asynchronous generator is: it may block, await, and emit. */
export type Emitting = Generator<Syscall | Await | Emission, void, unknown>;

/** Python's `yield` of an asynchronous generator: `yield* emit(value)` is what `asend` was given, `null` where it is simply iterated. */
export type Emit<T, S = never> = (value: T) => Generator<Emission, S | null, unknown>;

type Step = IteratorResult<unknown, unknown>;

/** One `yield* emit(value)`. */
class Emitter<T, S> implements Generator<Emission, S | null, unknown> {
  readonly #owner: AsyncGenerator<T, S>;
  readonly #value: T;
  #sent = false;

  constructor(owner: AsyncGenerator<T, S>, value: T) {
    this.#owner = owner;
    this.#value = value;
  }

  next(received?: unknown): IteratorResult<Emission, S | null> {
    if (this.#sent) return { done: true, value: (received ?? null) as S | null };
    current().undriven = "";
    this.#sent = true;
    this.#owner._emitted = this.#value;
    return this.#owner._emission;
  }

  throw(error: unknown): IteratorResult<Emission, S | null> {
    throw error;
  }

  return(value: S | null): IteratorResult<Emission, S | null> {
    return { done: true, value };
  }

  [Symbol.iterator](): this {
    return this;
  }

  get [Symbol.toStringTag](): string {
    return "Generator";
  }
}

/** What a call of an asynchronous generator function gives: Python's `types.AsyncGeneratorType`. {@link async_generator} makes the functions. */
export class AsyncGenerator<T, S = never> {
  /** The name of its function. */
  readonly __name__: string;
  /** Whether somebody's `asend`, `athrow` or `aclose` is under way. @internal */
  _running = false;
  /** Whether it has ended, or was told to. @internal */
  _closed = false;
  /** Whether its body is at its end. @internal */
  _finished = false;
  /** What was emitted last. @internal */
  _emitted: T | undefined = undefined;
  /** What the body sends for every value that it emits: it is told from an await by being this very object. @internal */
  readonly _emission = { done: false as const, value: null as unknown as Emission };

  readonly #body: Emitting;
  #started = false;
  #hooks: typeof noHooks | null = null;

  /** @internal */
  constructor(name: string, body: (emit: Emit<T, S>) => Emitting) {
    this.__name__ = name;
    this.#body = body((value) => {
      current().calls("emit(…)");
      return new Emitter<T, S>(this, value);
    });
  }

  /** Itself: it is its own iterator. */
  __aiter__(): this {
    return this;
  }

  /**
   * The next value that it emits.
   * @throws StopAsyncIteration when there is none
   * @throws RuntimeError `anext(): asynchronous generator is already running`
   */
  __anext__(): Coroutine<T> {
    this.#begin();
    return new Sending<T>(this, null);
  }

  /**
   * The same, and makes `value` what its `yield* emit(…)` gives.
   * @param value `null` for the first step
   * @throws TypeError `can't send non-None value to a just-started async generator`
   */
  asend(value: S | null): Coroutine<T> {
    this.#begin();
    return new Sending<T>(this, value);
  }

  /**
   * Raises an exception where it stands.
   * @param exception an exception, or a class to make one of
   * @param value the arguments of the exception, where a class is given (deprecated in 3.12)
   * @returns the next value that it emits; `null` when it has ended before
   * @throws the exception, unless the generator catches it
   */
  athrow(exception: BaseException | (new (...args: never[]) => BaseException), value?: unknown): Coroutine<T | null> {
    const run = interpreter();
    if (arguments.length > 1 && run.profile.athrowOfTypeWarns) {
      const text = "the (type, exc, tb) signature of athrow() is deprecated, use the single-arg signature instead.";
      run.warn("DeprecationWarning", text);
    }
    this.#begin();
    return new Throwing<T>(this, () => raised_by(exception, value));
  }

  /**
   * Ends it by a GeneratorExit where it stands, so that its `finally` blocks run.
   * @throws RuntimeError `async generator ignored GeneratorExit` when it emits once more
   */
  aclose(): Coroutine<null> {
    this.#begin();
    return new Throwing<never>(this, null);
  }

  /** Whether it is being awaited. */
  get ag_running(): boolean {
    return this._running;
  }

  /** Before its first step, it tells who wants to know. */
  #begin(): void {
    if (this.#hooks !== null) return;
    this.#hooks = threadState().asyncgenHooks;
    this.#hooks.firstiter?.(this as never);
  }

  /** Takes the body to its next `await` or `emit`. @throws StopAsyncIteration at its end @internal */
  _send(value: unknown): Step {
    if (this._finished) throw new StopAsyncIteration();
    const sent = value ?? null;
    if (!this.#started && sent !== null) {
      throw new TypeError("can't send non-None value to a just-started async generator");
    }
    this.#started = true;
    let step: Step;
    try {
      step = this.#body.next(sent);
    } catch (raised) {
      throw this.#failed(raised, true);
    }
    return this.#ended(step);
  }

  /** Raises an exception where the body stands. @internal */
  _throw(error: unknown): Step {
    if (this._finished) throw error;
    const started = this.#started;
    this.#started = true;
    let step: Step;
    try {
      step = this.#body.throw(error);
    } catch (raised) {
      throw this.#failed(raised, started);
    }
    return this.#ended(step);
  }

  #ended(step: Step): Step {
    if (step.done !== true) return step;
    this._finished = true;
    throw new StopAsyncIteration();
  }

  /** What leaves it when an exception leaves the body: those that would end an iteration are wrapped. */
  #failed(raised: unknown, started: boolean): unknown {
    this._finished = true;
    mark_raised(raised);
    if (!(raised instanceof StopIteration || raised instanceof StopAsyncIteration)) return raised;
    if (!started && interpreter().profile.stopThrownFirstIsLeft) return raised;
    const name = raised instanceof StopIteration ? "StopIteration" : "StopAsyncIteration";
    const error = new RuntimeError(`async generator raised ${name}`);
    error.__cause__ = raised;
    error.__context__ = raised;
    mark_raised(error);
    return error;
  }

  /**
   * What happens to it when it is freed before its end: its loop is told, which closes it in a task; without a loop it is closed at once.
   * @internal
   */
  *_freed(): Blocking<void> {
    if (this._finished) return;
    const finalizer = this.#hooks?.finalizer ?? null;
    if (finalizer !== null && !this._closed) {
      const done = finalizer(this as never);
      if (isBlocking(done)) yield* done;
    } else if (this.#started) {
      this._finished = true;
      yield* close_freed(current(), this, this.#body, "async generator");
    }
  }

  __repr__(): string {
    return `<async_generator object ${this.__name__} at ${hex_address(this)}>`;
  }
}

/** The exception that `throw(type, value)` means. @throws TypeError when it means none */
function raised_by(exception: unknown, value: unknown): unknown {
  if (exception instanceof BaseException) {
    if ((value ?? null) === null) return exception;
    throw new TypeError("instance exception may not have a separate value");
  }
  if (typeof exception !== "function" || !(exception.prototype instanceof BaseException)) {
    const text = "exceptions must be classes or instances deriving from BaseException";
    throw new TypeError(`${text}, not ${type_name(exception)}`);
  }
  if (value instanceof BaseException) return value;
  const made = exception as new (...args: unknown[]) => BaseException;
  return (value ?? null) === null ? new made() : new made(value);
}

/**
 * Python's `async def` with a `yield` in it.
 *
 * ```ts
 * const ticker = async_generator(function* ticker(emit: Emit<number>, delay: number, to: number): Emitting {
 *   for (let i = 0; i < to; i++) {
 *     yield* emit(i);
 *     yield* asyncio.sleep(delay);
 *   }
 * });
 * ```
 *
 * @param body - a generator function; what its first parameter is called with is what the generator produces. Give it a name, which is
 *   printed
 * @returns the function; a call of it gives an {@link AsyncGenerator}, and runs nothing yet
 */
export function async_generator<T, S, A extends unknown[]>(
  body: (emit: Emit<T, S>, ...args: A) => Emitting,
): (...args: A) => AsyncGenerator<T, S> {
  const name = function_name(body);
  const named = { [name]: (...args: A) => new AsyncGenerator<T, S>(name, (emit) => body(emit, ...args)) };
  return named[name] as (...args: A) => AsyncGenerator<T, S>;
}

define_classes("builtins", { async_generator: AsyncGenerator });
