/** Mirrors Python's `contextvars`. Bindings are immutable maps, so copying a context copies a reference. */
import { eq } from "./builtins/compare.js";
import { AttributeError, KeyError, LookupError, RuntimeError, TypeError, ValueError } from "./builtins/exceptions.js";
import { repr, type_name } from "./builtins/repr.js";
import {
  interpreter,
  noBindings,
  threadState,
  type Bindings,
  type EnteredContext,
  type ThreadState,
} from "./interpreter/state.js";
import { isBlocking, type Blocking, type MustBlock } from "./kernel/traps.js";

/** What stands for a value that was not there. */
class Missing {
  __repr__(): string {
    return "<Token.MISSING>";
  }
}
const MISSING = new Missing();

/** The context object of what runs now, made when somebody first needs its identity. */
function currentContext(state: ThreadState): EnteredContext {
  if (state.context === null) {
    const context = new Context();
    context.entered = true;
    state.context = context;
  }
  return state.context;
}

/** The context object of what runs in a thread now. @internal */
export function _context_of(state: ThreadState): Context {
  return currentContext(state) as Context;
}

function bind(state: ThreadState, bindings: Bindings): void {
  state.bindings = bindings;
}

/** What `ContextVar.set` gives, to undo it once with `reset`. */
export class Token<T> {
  static readonly MISSING = MISSING;
  readonly var: ContextVar<T>;
  /** The value before, or `Token.MISSING`. */
  readonly old_value: T | Missing;
  /** @internal */
  readonly _context: EnteredContext;
  /** @internal */
  _used = false;

  /** @internal */
  constructor(variable: ContextVar<T>, old_value: T | Missing, context: EnteredContext) {
    this.var = variable;
    this.old_value = old_value;
    this._context = context;
  }

  /**
   * Python's `with variable.set(value) as token:` around a block, which may await in a coroutine: its end undoes the `set` (3.14 and later).
   * @returns what the block returns
   * @throws TypeError `'_contextvars.Token' object does not support the context manager protocol` before (up to 3.10 an AttributeError)
   * @throws RuntimeError, ValueError as `reset` does
   */
  *with<Y, R>(body: (token: this) => Generator<Y, R, unknown>): Generator<Y, R, unknown> {
    this.__enter__();
    try {
      return yield* body(this);
    } finally {
      this.__exit__();
    }
  }

  /** See {@link with}. */
  __enter__(): this {
    const { tokenIsContextManager, withTellsProtocol } = interpreter().profile;
    if (tokenIsContextManager) return this;
    if (!withTellsProtocol) throw new AttributeError("__enter__");
    throw new TypeError("'_contextvars.Token' object does not support the context manager protocol");
  }

  __exit__(): void {
    this.var.reset(this);
  }

  __repr__(): string {
    const used = this._used ? " used" : "";
    return `<Token${used} var=${repr(this.var)} at ${interpreter().addressOf(this)}>`;
  }
}

/** A variable with a value for each context. Make it once, at the top of a module, as in Python. */
export class ContextVar<T> {
  readonly name: string;
  readonly #default: T | Missing;

  /**
   * @param name for debugging
   * @param options `default`: what `get()` returns where no value was set
   */
  constructor(name: string, options: { readonly default?: T } = {}) {
    if (typeof name !== "string") throw new TypeError("context variable name must be a str");
    this.name = name;
    this.#default = "default" in options ? options.default : MISSING;
  }

  /**
   * The value in the current context.
   * @param fallback what to return when there is none, before the variable's own default
   * @throws LookupError when there is neither value nor fallback nor default
   */
  get(fallback?: T): T {
    const bindings = threadState().bindings;
    if (bindings.has(this)) return bindings.get(this) as T;
    if (arguments.length > 0) return fallback as T;
    if (this.#default !== MISSING) return this.#default as T;
    throw new LookupError(this);
  }

  /** Sets the value in the current context. @returns what undoes it */
  set(value: T): Token<T> {
    const state = threadState();
    const before = state.bindings;
    const token = new Token<T>(this, before.has(this) ? (before.get(this) as T) : MISSING, currentContext(state));
    bind(state, new Map(before).set(this, value));
    return token;
  }

  /**
   * Undoes one `set`.
   * @throws RuntimeError when the token was used before
   * @throws ValueError when the token belongs to another variable or was made in another context
   */
  reset(token: Token<T>): void {
    if (!(token instanceof Token)) throw new TypeError(`expected an instance of Token, got ${repr(token)}`);
    if (token._used) throw new RuntimeError(`${repr(token)} has already been used once`);
    if (token.var !== this) throw new ValueError(`${repr(token)} was created by a different ContextVar`);
    const state = threadState();
    if (token._context !== state.context) throw new ValueError(`${repr(token)} was created in a different Context`);
    token._used = true;
    const bindings = new Map(state.bindings);
    if (token.old_value === MISSING) bindings.delete(this);
    else bindings.set(this, token.old_value);
    bind(state, bindings);
  }

  __repr__(): string {
    const fallback = this.#default === MISSING ? "" : ` default=${repr(this.#default)}`;
    return `<ContextVar name=${repr(this.name)}${fallback} at ${interpreter().addressOf(this)}>`;
  }
}

function check_key(variable: unknown): void {
  if (variable instanceof ContextVar) return;
  throw new TypeError(`a ContextVar key was expected, got ${repr(variable)}`);
}

/** A set of values for context variables. `new Context()` is empty; {@link copy_context} copies the current one. */
export class Context implements EnteredContext {
  /** @internal */
  bindings: Bindings = noBindings;
  /** @internal */
  entered = false;

  /**
   * Calls a function in this context; changes stay in it. A blocking function is driven in it: `yield* context.run(blocking)`.
   * @throws RuntimeError `cannot enter context: … is already entered`
   */
  run<A extends unknown[], R>(callable: ((...args: A) => R) & MustBlock<R>, ...args: A): R {
    const leave = enter_context(threadState(), this);
    let result: R;
    try {
      result = callable(...args);
    } finally {
      leave();
    }
    return isBlocking(result) ? (this.#drive(result) as R) : result;
  }

  *#drive(body: Blocking<unknown>): Blocking<unknown> {
    const leave = enter_context(threadState(), this);
    try {
      return yield* body;
    } finally {
      leave();
    }
  }

  /** A copy with the same values. */
  copy(): Context {
    const copy = new Context();
    copy.bindings = this.#current();
    return copy;
  }

  /**
   * The value of a variable in this context, or the fallback.
   * @throws TypeError `a ContextVar key was expected, got …`
   */
  get<T>(variable: ContextVar<T>, fallback: T | null = null): T | null {
    check_key(variable);
    const bindings = this.#current();
    return bindings.has(variable) ? (bindings.get(variable) as T) : fallback;
  }

  /**
   * Python's `context[variable]`.
   * @throws KeyError when the variable has no value here
   * @throws TypeError `a ContextVar key was expected, got …`
   */
  __getitem__<T>(variable: ContextVar<T>): T {
    check_key(variable);
    const bindings = this.#current();
    if (!bindings.has(variable)) throw new KeyError(variable);
    return bindings.get(variable) as T;
  }

  /**
   * Python's `variable in context`.
   * @throws TypeError `a ContextVar key was expected, got …`
   */
  has<T>(variable: ContextVar<T>): boolean {
    check_key(variable);
    return this.#current().has(variable);
  }

  /** Python's `list(context)`. */
  keys(): ContextVar<unknown>[] {
    return [...this.#current().keys()] as ContextVar<unknown>[];
  }

  values(): unknown[] {
    return [...this.#current().values()];
  }

  /** Python's `list(context.items())`. */
  items(): [ContextVar<unknown>, unknown][] {
    return [...this.#current()] as [ContextVar<unknown>, unknown][];
  }

  /** Python's `len(context)`. */
  get size(): number {
    return this.#current().size;
  }

  /** Whether another context has the same variables with equal values. @returns nothing for other objects */
  __eq__(other: unknown): boolean | undefined {
    if (!(other instanceof Context)) return undefined;
    const [own, others] = [this.#current(), other.#current()];
    return own.size === others.size && [...own].every(([key, value]) => others.has(key) && eq(value, others.get(key)));
  }

  __repr__(): string {
    const { contextReprShowsModule } = interpreter().profile;
    return `<${contextReprShowsModule ? "_contextvars.Context" : "Context"} object at ${interpreter().addressOf(this)}>`;
  }

  /** While a context is entered, its newest bindings are with the thread that is in it. */
  #current(): Bindings {
    const state = threadState();
    return state.context === this ? state.bindings : this.bindings;
  }
}

/**
 * Makes a context the current one until the returned function is called.
 * @throws RuntimeError `cannot enter context: … is already entered`
 */
export function enter_context(state: ThreadState, context: EnteredContext): () => void {
  if (context.entered) throw new RuntimeError(`cannot enter context: ${repr(context)} is already entered`);
  const { bindings, context: outer } = state;
  if (outer !== null) outer.bindings = bindings;
  context.entered = true;
  state.context = context;
  state.bindings = context.bindings;
  return () => {
    context.bindings = state.bindings;
    context.entered = false;
    state.context = outer;
    state.bindings = bindings;
  };
}

/** A copy of the current context. */
export function copy_context(): Context {
  const copy = new Context();
  copy.bindings = threadState().bindings;
  return copy;
}

/** @internal Checks a `context=` argument. */
export function checkContext(context: unknown): void {
  if (context !== undefined && context !== null && !(context instanceof Context)) {
    throw new TypeError(`a contextvars.Context was expected, got ${type_name(context)}`);
  }
}
