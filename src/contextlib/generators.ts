/** Context managers made of generators that emit once. */
import { AsyncGenerator, type Emission, type Emit, type Emitting } from "../builtins/async_generator.js";
import {
  AttributeError,
  GeneratorExit,
  RuntimeError,
  StopAsyncIteration,
  StopIteration,
} from "../builtins/exceptions.js";
import { mark_raised, set_context } from "../builtins/raise.js";
import { define_classes, function_name } from "../builtins/names.js";
import type { Coroutine } from "../interpreter/awaiting.js";
import { interpreter } from "../interpreter/state.js";
import type { Blocking, Syscall } from "../kernel/traps.js";
import { Part, StandingStill } from "./entered.js";
import { type AsyncContextManager, async_with, type ContextManager, with_ } from "./managers.js";

/** What a call of a function of `asynccontextmanager` gives: it can be entered once. */
export class AsyncGeneratorContextManager<T> implements AsyncContextManager<T> {
  readonly gen: AsyncGenerator<T>;
  #entered = false;

  /** @internal */
  constructor(gen: AsyncGenerator<T>) {
    this.gen = gen;
  }

  /** Python's `async with` around a block. @returns what the block returns; nothing where its exception is suppressed */
  with<R>(body: (value: T) => Coroutine<R>): Coroutine<R | undefined> {
    return async_with<T, R>(
      { __aenter__: () => this.__aenter__(), __aexit__: (...error) => this.__aexit__(...error) },
      body,
    );
  }

  /** @throws RuntimeError `generator didn't yield` */
  *__aenter__(): Coroutine<T> {
    check_entered_once("_AsyncGeneratorContextManager", this.#entered);
    this.#entered = true;
    try {
      return yield* this.gen.__anext__();
    } catch (error) {
      if (!(error instanceof StopAsyncIteration)) throw error;
      const missing = new RuntimeError("generator didn't yield");
      missing.__context__ = error;
      missing.__cause__ = null;
      throw missing;
    }
  }

  /**
   * Raises the exception of the block where the generator stands.
   * @returns whether the generator has caught it
   * @throws RuntimeError `generator didn't stop`, `generator didn't stop after athrow()`
   */
  *__aexit__(_type: unknown, value: unknown, _traceback: null): Coroutine<boolean> {
    if (value === null) {
      try {
        yield* this.gen.__anext__();
      } catch (error) {
        if (error instanceof StopAsyncIteration) return false;
        throw error;
      }
      return yield* this.#did_not_stop("generator didn't stop");
    }
    try {
      yield* this.gen.athrow(value as RuntimeError);
    } catch (error) {
      if (error instanceof StopAsyncIteration) return error !== value;
      if (error === value) return false;
      const wrapped = value instanceof StopIteration || value instanceof StopAsyncIteration;
      if (wrapped && error instanceof RuntimeError && error.__cause__ === value) return false;
      throw error;
    }
    return yield* this.#did_not_stop("generator didn't stop after athrow()");
  }

  *#did_not_stop(text: string): Coroutine<never> {
    const error = new RuntimeError(text);
    mark_raised(error);
    if (interpreter().profile.contextManagerClosesGenerator) {
      try {
        yield* this.gen.aclose();
      } catch (second) {
        if (second instanceof RuntimeError && second.__context__ === null) set_context(second, error);
        throw second;
      }
    }
    throw error;
  }
}

define_classes("contextlib", { _AsyncGeneratorContextManager: AsyncGeneratorContextManager });

/**
 * Python's `@asynccontextmanager`: makes managers of a function that emits once, where the block runs.
 *
 * ```ts
 * const opened = asynccontextmanager(function* opened(emit: Emit<string>, name: string): Emitting {
 *   yield* print("open", name);
 *   try {
 *     yield* emit(name);
 *   } finally {
 *     yield* print("close", name);
 *   }
 * });
 * yield* opened("x").with(function* (name) { … });
 * ```
 *
 * @param body an asynchronous generator function, as for `async_generator`
 */
export function asynccontextmanager<T, A extends unknown[]>(
  body: (emit: Emit<T>, ...args: A) => Emitting,
): (...args: A) => AsyncGeneratorContextManager<T> {
  const name = function_name(body);
  return (...args) => new AsyncGeneratorContextManager<T>(new AsyncGenerator<T>(name, (emit) => body(emit, ...args)));
}

/** What the body of a plain context manager is: it may block, and emit. */
export type EmittingOnce = Generator<Syscall | Emission, void, unknown>;

/** What a call of a function of `contextmanager` gives: it can be entered once. */
export class GeneratorContextManager<T> implements ContextManager<T> {
  readonly #body: Generator<unknown, unknown, unknown>;
  #value!: T;
  #entered = false;

  /** @internal */
  constructor(body: (emit: Emit<T>) => EmittingOnce) {
    this.#body = body((value) => {
      this.#value = value;
      return new StandingStill() as unknown as Generator<Emission, null, unknown>;
    });
  }

  /** Python's `with` around a block. @returns what the block returns; nothing where its exception is suppressed */
  with<R>(body: (value: T) => Blocking<R>): Blocking<R | undefined> {
    return with_<T, R>({ __enter__: () => this.__enter__(), __exit__: (...error) => this.__exit__(...error) }, body);
  }

  /** Goes on to the next `emit`. @returns whether there was one */
  *#resume(first: () => IteratorResult<unknown, unknown>): Blocking<boolean> {
    return yield* new Part(this.#body, first) as unknown as Blocking<boolean>;
  }

  /** @throws RuntimeError `generator didn't yield` */
  *__enter__(): Blocking<T> {
    check_entered_once("_GeneratorContextManager", this.#entered);
    this.#entered = true;
    if (!(yield* this.#resume(() => this.#body.next()))) throw new RuntimeError("generator didn't yield");
    return this.#value;
  }

  /**
   * Raises the exception of the block where the generator stands.
   * @returns whether the generator has caught it
   * @throws RuntimeError `generator didn't stop`, `generator didn't stop after throw()`
   */
  *__exit__(_type: unknown, value: unknown, _traceback: null): Blocking<boolean> {
    if (value === null) {
      if (yield* this.#resume(() => this.#body.next())) yield* this.#did_not_stop("generator didn't stop");
      return false;
    }
    try {
      if (!(yield* this.#resume(() => this.#body.throw(value)))) return true;
    } catch (error) {
      if (error === value) return false;
      throw error;
    }
    return yield* this.#did_not_stop("generator didn't stop after throw()");
  }

  *#did_not_stop(text: string): Blocking<never> {
    const error = new RuntimeError(text);
    mark_raised(error);
    if (interpreter().profile.contextManagerClosesGenerator) {
      try {
        yield* this.#resume(() => this.#body.throw(new GeneratorExit()));
      } catch (second) {
        if (!(second instanceof GeneratorExit)) throw second;
      }
    }
    throw error;
  }
}

/** @throws AttributeError when a manager is entered for a second time, where the version says so */
function check_entered_once(name: string, entered: boolean): void {
  const { contextManagerOnce, deletedAttributeTold } = interpreter().profile;
  if (!entered || !contextManagerOnce) return;
  throw new AttributeError(deletedAttributeTold ? `'${name}' object has no attribute 'args'` : "args");
}

/**
 * Python's `@contextmanager`: makes managers of a blocking function that emits once, where the block runs.
 * @param body a generator function; what its first parameter is called with is the value of the `with` statement
 */
export function contextmanager<T, A extends unknown[]>(
  body: (emit: Emit<T>, ...args: A) => EmittingOnce,
): (...args: A) => GeneratorContextManager<T> {
  return (...args) => new GeneratorContextManager<T>((emit) => body(emit, ...args));
}

/** What has `aclose()`. */
interface Closing {
  aclose(): Coroutine<unknown>;
}

/** Python's `aclosing(thing)` (3.10 and later): closes an asynchronous generator at the end of a block. */
export class aclosing<T extends Closing> implements AsyncContextManager<T> {
  readonly thing: T;

  /** @throws AttributeError before 3.10 */
  constructor(thing: T) {
    if (!interpreter().profile.aclosing) throw new AttributeError("module 'contextlib' has no attribute 'aclosing'");
    this.thing = thing;
  }

  /** Python's `async with` around a block. @returns what the block returns */
  with<R>(body: (thing: T) => Coroutine<R>): Coroutine<R> {
    return async_with<T, R>(
      { __aenter__: () => this.__aenter__(), __aexit__: () => this.__aexit__() },
      body,
    ) as Coroutine<R>;
  }

  *__aenter__(): Coroutine<T> {
    return this.thing;
  }

  *__aexit__(): Coroutine<void> {
    yield* this.thing.aclose();
  }
}

/** Python's `closing(thing)`: closes something at the end of a block. */
export class closing<T extends { close(): Blocking<unknown> | void }> {
  readonly thing: T;

  constructor(thing: T) {
    this.thing = thing;
  }

  __enter__(): T {
    return this.thing;
  }

  *__exit__(): Blocking<void> {
    const done = this.thing.close();
    if (done !== undefined) yield* done;
  }
}
define_classes("contextlib", { _GeneratorContextManager: GeneratorContextManager, aclosing, closing });
