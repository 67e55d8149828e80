/** The small managers of `contextlib`. */
import { BaseException, BaseExceptionGroup } from "../builtins/exceptions.js";
import { define_classes } from "../builtins/names.js";
import type { ExceptionClass } from "../builtins/raise.js";
import type { Coroutine } from "../interpreter/awaiting.js";
import { interpreter } from "../interpreter/state.js";
import type { ContextManager } from "./managers.js";

/**
 * Python's `suppress(*exceptions)`: the block ends at such an exception, and the program goes on after it. In a coroutine, too, it is entered by
 * `with`.
 */
export class suppress implements ContextManager<null> {
  readonly #exceptions: readonly ExceptionClass[];

  constructor(...exceptions: readonly ExceptionClass[]) {
    this.#exceptions = exceptions;
  }

  /** Python's `with suppress(…):` around a block, which may await in a coroutine. @returns what the block returns; nothing where it was ended */
  *with<Y, R>(body: () => Generator<Y, R, unknown>): Generator<Y, R | undefined, unknown> {
    try {
      return yield* body();
    } catch (error) {
      if (!(error instanceof BaseException) || !this.__exit__(null, error)) throw error;
      return undefined;
    }
  }

  __enter__(): null {
    return null;
  }

  __exit__(_type: unknown, value: unknown): boolean {
    if (value === null) return false;
    const exceptions = this.#exceptions;
    if (exceptions.some((one) => value instanceof one)) return true;
    if (!interpreter().profile.suppressSplitsGroups || !(value instanceof BaseExceptionGroup)) return false;
    const [, rest] = value.split(exceptions);
    if (rest === null) return true;
    throw rest;
  }
}

/** Python's `nullcontext(value)`: a manager that does nothing; from 3.10 on an asynchronous one, too. */
export class nullcontext<T = null> implements ContextManager<T> {
  readonly enter_result: T;

  constructor(enter_result: T = null as T) {
    this.enter_result = enter_result;
    if (!interpreter().profile.aclosing) Object.assign(this, { __aenter__: undefined, __aexit__: undefined });
  }

  /** Python's `with nullcontext(value) as value:` around a block, which may await in a coroutine. @returns what the block returns */
  *with<Y, R>(body: (value: T) => Generator<Y, R, unknown>): Generator<Y, R, unknown> {
    return yield* body(this.enter_result);
  }

  __enter__(): T {
    return this.enter_result;
  }

  __exit__(): null {
    return null;
  }

  *__aenter__(): Coroutine<T> {
    return this.enter_result;
  }

  *__aexit__(): Coroutine<null> {
    return null;
  }
}

define_classes("contextlib", { suppress, nullcontext });
