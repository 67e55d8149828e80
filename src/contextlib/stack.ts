/** Python's exit stacks: any number of context managers and callbacks, left in the opposite order. */
import { BaseException, mark_raised, set_context } from "../builtins/exceptions.js";
import { define_classes } from "../builtins/names.js";
import type { Awaitable, Coroutine } from "../interpreter/awaiting.js";
import { type Blocking, isBlocking } from "../kernel/traps.js";
import {
  type AsyncContextManager,
  async_with,
  type AsyncEntered,
  type ContextManager,
  enter,
  enter_async,
  type Suppresses,
  type SyncEntered,
  type_of,
  with_,
} from "./managers.js";

/** A function with the signature of an exit method. */
export type Exit = (type: unknown, value: unknown, traceback: null) => Suppresses | Blocking<Suppresses>;
export type AsyncExit = (type: unknown, value: unknown, traceback: null) => Awaitable<Suppresses>;

/** One thing to leave. */
type Leaving<Y> = (error: unknown) => Generator<Y, Suppresses, unknown>;

function has_exit(object: unknown): object is ContextManager<unknown> {
  return typeof object === "object" && object !== null && "__exit__" in object;
}

function has_async_exit(object: unknown): object is AsyncContextManager<unknown> {
  return typeof object === "object" && object !== null && "__aexit__" in object;
}

/** Links what an exit raises as if the managers were nested statements. */
function fix_context(raised: BaseException, before: unknown): void {
  if (!(before instanceof BaseException) || raised === before) return;
  let last = raised;
  while (last.__context__ !== null && last.__context__ !== before) last = last.__context__;
  if (last.__context__ === null && last !== before) set_context(last, before);
}

/** What both stacks do. */
abstract class BaseExitStack<Y> {
  protected exits: Leaving<Y>[] = [];

  /** Moves everything to a new stack, so that this one leaves nothing. */
  pop_all(): this {
    const made = new (this.constructor as new () => this)();
    made.exits = this.exits;
    this.exits = [];
    return made;
  }

  /** Leaves everything. @returns whether an exception that was given is suppressed @throws what the exits raise */
  protected *unwind(received: unknown): Generator<Y, boolean, unknown> {
    let error = received;
    let suppressed = false;
    let pending = false;
    for (let leaving = this.exits.pop(); leaving !== undefined; leaving = this.exits.pop()) {
      try {
        if ((yield* leaving(error)) === true) {
          suppressed = true;
          pending = false;
          error = null;
        }
      } catch (raised) {
        if (!(raised instanceof BaseException)) throw raised;
        mark_raised(raised);
        fix_context(raised, error);
        pending = true;
        error = raised;
      }
    }
    if (pending) throw error;
    return received !== null && suppressed;
  }
}

/** Adds what both kinds of stack take. */
function pushed(exit: ContextManager<unknown> | Exit): Leaving<never> {
  return function* (error) {
    const result = has_exit(exit) ? exit.__exit__(type_of(error), error, null) : exit(type_of(error), error, null);
    return (isBlocking(result) ? yield* result as Generator<never, Suppresses> : result) ?? null;
  };
}

function called<A extends unknown[]>(callback: (...args: A) => unknown, args: A): Leaving<never> {
  return function* () {
    const result = callback(...args);
    if (isBlocking(result)) yield* result as Generator<never, unknown>;
    return null;
  };
}

/** Python's `ExitStack`, for plain managers and callbacks. */
export class ExitStack extends BaseExitStack<never> {
  /** Python's `with ExitStack() as stack:` around a block. */
  with<R>(body: (stack: this) => Blocking<R>): Blocking<R | undefined> {
    return with_<this, R>({ __enter__: () => this, __exit__: (_type, value) => this.unwind(value) }, body);
  }

  /** Enters a manager, which is left with the stack. @returns what entering it gives @throws TypeError when it is none */
  *enter_context<T>(manager: SyncEntered<T>): Blocking<T> {
    const opened = yield* enter(manager, true);
    this.exits.push((error) => opened.exit(error) as Generator<never, Suppresses>);
    return opened.value;
  }

  /** Adds an exit method, or that of a manager, without entering it. @returns what was given */
  push<E extends ContextManager<unknown> | Exit>(exit: E): E {
    this.exits.push(pushed(exit));
    return exit;
  }

  /** Adds a function to call, which cannot suppress exceptions. @returns the function */
  callback<A extends unknown[], F extends (...args: A) => Blocking<unknown> | void>(callback: F, ...args: A): F {
    this.exits.push(called(callback, args));
    return callback;
  }

  /** Leaves everything now. */
  *close(): Blocking<void> {
    yield* this.unwind(null);
  }

  __enter__(): this {
    return this;
  }

  *__exit__(_type: unknown, value: unknown): Blocking<boolean> {
    return yield* this.unwind(value);
  }
}

/** Python's `AsyncExitStack`, for both kinds of managers and callbacks. */
export class AsyncExitStack extends BaseExitStack<unknown> {
  /** Python's `async with AsyncExitStack() as stack:` around a block. */
  with<R>(body: (stack: this) => Coroutine<R>): Coroutine<R | undefined> {
    return async_with<this, R>(
      { __aenter__: () => this.__aenter__(), __aexit__: (_type, value) => this.__aexit__(_type, value) },
      body,
    );
  }

  /** Enters a plain manager, which is left with the stack. @returns what entering it gives @throws TypeError when it is none */
  *enter_context<T>(manager: SyncEntered<T>): Blocking<T> {
    const opened = yield* enter(manager, true);
    this.exits.push((error) => opened.exit(error));
    return opened.value;
  }

  /** Enters an asynchronous manager, which is left with the stack. @returns what entering it gives @throws TypeError when it is none */
  *enter_async_context<T>(manager: AsyncEntered<T>): Coroutine<T> {
    const opened = yield* enter_async(manager, true);
    this.exits.push((error) => opened.exit(error));
    return opened.value;
  }

  /** Adds an exit method, or that of a manager, without entering it. @returns what was given */
  push<E extends ContextManager<unknown> | Exit>(exit: E): E {
    this.exits.push(pushed(exit));
    return exit;
  }

  /** The same for an asynchronous one. @returns what was given */
  push_async_exit<E extends AsyncContextManager<unknown> | AsyncExit>(exit: E): E {
    this.exits.push(function* (error) {
      const type = type_of(error);
      return yield* (
        has_async_exit(exit) ? exit.__aexit__(type, error, null) : exit(type, error, null)
      ) as Coroutine<Suppresses>;
    });
    return exit;
  }

  /** Adds a function to call, which cannot suppress exceptions. @returns the function */
  callback<A extends unknown[], F extends (...args: A) => Blocking<unknown> | void>(callback: F, ...args: A): F {
    this.exits.push(called(callback, args));
    return callback;
  }

  /** Adds a coroutine function to call and await. @returns the function */
  push_async_callback<A extends unknown[], F extends (...args: A) => Awaitable<unknown>>(callback: F, ...args: A): F {
    this.exits.push(function* () {
      yield* callback(...args) as Coroutine<unknown>;
      return null;
    });
    return callback;
  }

  /** Leaves everything now. */
  *aclose(): Coroutine<void> {
    yield* this.unwind(null) as Coroutine<boolean>;
  }

  *__aenter__(): Coroutine<this> {
    return this;
  }

  *__aexit__(_type: unknown, value: unknown): Coroutine<boolean> {
    return yield* this.unwind(value) as Coroutine<boolean>;
  }
}

define_classes("contextlib", { ExitStack, AsyncExitStack });
