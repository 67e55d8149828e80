/**
 * What the methods of an asynchronous generator give: awaitables that resume its body, up to the next value. Each can be awaited once. CPython has
 * them in C; the order of the checks is the same.
 */
import type { Await } from "../interpreter/awaiting.js";
import { interpreter } from "../interpreter/state.js";
import { Operation } from "../kernel/operation.js";
import type { Syscall } from "../kernel/traps.js";
import { hex_address } from "./address.js";
import type { AsyncGenerator } from "./async_generator.js";
import { GeneratorExit, RuntimeError, StopAsyncIteration, StopIteration } from "./base_exceptions.js";
import { define_classes } from "./names.js";

type Step = IteratorResult<unknown, unknown>;
type Result<T> = IteratorResult<Syscall | Await, T>;

const MADE = 0;
const BEGUN = 1;
const OVER = 2;

/** What of a generator object its awaitables use. */
type Owner = AsyncGenerator<unknown>;

function ends(error: unknown): boolean {
  return error instanceof StopAsyncIteration || error instanceof GeneratorExit;
}

/** What both kinds have. */
export abstract class GeneratorAwaitable<T> implements Generator<Syscall | Await, T, unknown> {
  protected readonly owner: Owner;
  protected state = MADE;
  /** How the step goes on that is in the middle of an operation of the thread. */
  protected interrupted: ((resume: () => Step) => Result<T>) | null = null;

  constructor(owner: Owner) {
    this.owner = owner;
  }

  next(received: unknown = null): Result<T> {
    const { interrupted } = this;
    if (interrupted === null) return this.send(received);
    this.interrupted = null;
    return interrupted(() => this.owner._send(null));
  }

  protected abstract send(received: unknown): Result<T>;
  abstract throw(error: unknown): Result<T>;
  protected abstract reused(): string;
  protected abstract busy(): string;

  return(value: T): Result<T> {
    return { done: true, value };
  }

  /** Python's `close()`. */
  close(): void {
    if (!interpreter().profile.awaitablesOfGeneratorsGuarded) {
      this.state = OVER;
      return;
    }
    if (this.state === OVER) return;
    let step: Result<T>;
    try {
      step = this.throw(new GeneratorExit());
    } catch (error) {
      if (ends(error) || error instanceof StopIteration) return;
      throw error;
    }
    if (step.done !== true) throw new RuntimeError("coroutine ignored GeneratorExit");
  }

  /** The checks before `throw`, where the version has them. */
  protected begin_throw(): void {
    if (this.state === OVER) throw new RuntimeError(this.reused());
    if (this.state !== MADE || !interpreter().profile.awaitablesOfGeneratorsGuarded) return;
    if (this.owner._running) {
      this.state = OVER;
      throw new RuntimeError(this.busy());
    }
    this.state = BEGUN;
    this.owner._running = true;
  }

  /** An exception left the body. */
  protected failed(error: unknown): Result<T> {
    if (ends(error)) this.owner._closed = true;
    this.owner._running = false;
    // To who awaits it, this one is a result.
    if (error instanceof StopIteration) return { done: true, value: error.value as T };
    throw error;
  }

  [Symbol.iterator](): this {
    return this;
  }

  get [Symbol.toStringTag](): string {
    return "Generator";
  }

  /** How a task that drives it shows its coroutine. */
  get __qualname__(): string {
    return `<${this.constructor.name} without __name__>`;
  }

  __repr__(): string {
    return `<${this.constructor.name} object at ${hex_address(this)}>`;
  }
}

/** What `__anext__()` and `asend()` give. */
export class Sending<T> extends GeneratorAwaitable<T> {
  readonly #value: unknown;

  constructor(owner: AsyncGenerator<T> | Owner, value: unknown) {
    super(owner);
    this.#value = value;
  }

  protected send(received: unknown): Result<T> {
    const { owner } = this;
    let value = received;
    if (this.state === OVER) throw new RuntimeError(this.reused());
    if (this.state === MADE) {
      if (owner._running) {
        if (interpreter().profile.awaitablesOfGeneratorsGuarded) this.state = OVER;
        throw new RuntimeError(this.busy());
      }
      value ??= this.#value;
      this.state = BEGUN;
      owner._running = true;
    }
    return this.#step(() => owner._send(value));
  }

  throw(error: unknown): Result<T> {
    this.begin_throw();
    return this.#step(() => this.owner._throw(error));
  }

  #step(resume: () => Step): Result<T> {
    const { owner } = this;
    let step: Step;
    try {
      step = resume();
    } catch (error) {
      this.state = OVER;
      return this.failed(error);
    }
    if (step.value instanceof Operation) this.interrupted = (again) => this.#step(again);
    if (step !== owner._emission) return step as Result<T>;
    owner._running = false;
    this.state = OVER;
    return { done: true, value: owner._emitted as T };
  }

  protected reused(): string {
    return "cannot reuse already awaited __anext__()/asend()";
  }

  protected busy(): string {
    return "anext(): asynchronous generator is already running";
  }
}

/** What `athrow()` and `aclose()` give. */
export class Throwing<T> extends GeneratorAwaitable<T> {
  /** Makes the exception of `athrow`; `null` for `aclose`. */
  readonly #exception: (() => unknown) | null;

  constructor(owner: AsyncGenerator<T> | Owner, exception: (() => unknown) | null) {
    super(owner);
    this.#exception = exception;
  }

  protected send(received: unknown): Result<T> {
    const { owner } = this;
    if (this.state === OVER) throw new RuntimeError(this.reused());
    if (owner._finished) {
      this.state = OVER;
      return { done: true, value: null as T };
    }
    const first = this.state === MADE;
    if (first) this.#begin(received);
    // A later step of `athrow` leaves the awaitable as it is, so that it can be resumed although it has ended.
    return this.#step(first || this.#exception === null, false, () => {
      if (!first) return owner._send(received);
      return owner._throw(this.#exception === null ? new GeneratorExit() : this.#exception());
    });
  }

  throw(error: unknown): Result<T> {
    this.begin_throw();
    const guarded = interpreter().profile.awaitablesOfGeneratorsGuarded;
    // Without the guards, an exception that leaves an `aclose` in this way does not free the generator for others.
    return this.#step(guarded, !guarded && this.#exception === null, () => this.owner._throw(error));
  }

  /**
   * Resumes the body.
   * @param ending whether an exception that leaves it is the end of the awaitable
   * @param keeps whether the generator stays taken then
   */
  #step(ending: boolean, keeps: boolean, resume: () => Step): Result<T> {
    const { owner } = this;
    let step: Step;
    try {
      step = resume();
    } catch (error) {
      if (ending) this.state = OVER;
      return this.#left(error, keeps);
    }
    if (step.value instanceof Operation) this.interrupted = (again) => this.#step(ending, keeps, again);
    if (step !== owner._emission) return step as Result<T>;
    if (ending || this.#exception === null) this.state = OVER;
    owner._running = false;
    if (this.#exception !== null) return { done: true, value: owner._emitted as T };
    throw new RuntimeError("async generator ignored GeneratorExit");
  }

  #begin(received: unknown): void {
    const { owner } = this;
    if (owner._running) {
      this.state = OVER;
      throw new RuntimeError(this.busy());
    }
    if (owner._closed) {
      this.state = OVER;
      throw new StopAsyncIteration();
    }
    if ((received ?? null) !== null) throw new RuntimeError("can't send non-None value to a just-started coroutine");
    this.state = BEGUN;
    owner._running = true;
    if (this.#exception === null) owner._closed = true;
  }

  /** An exception left the body: the one that `aclose` has thrown is no matter. */
  #left(error: unknown, keeps: boolean): Result<T> {
    if (this.#exception !== null) return this.failed(error);
    if (!keeps) this.owner._running = false;
    if (ends(error)) return { done: true, value: null as T };
    throw error;
  }

  protected reused(): string {
    return "cannot reuse already awaited aclose()/athrow()";
  }

  protected busy(): string {
    return `${this.#exception === null ? "aclose" : "athrow"}(): asynchronous generator is already running`;
  }
}

define_classes("builtins", { async_generator_asend: Sending, async_generator_athrow: Throwing });
