/**
 * Python's `raise` and `except` statements, for a language whose `catch` catches everything and whose `throw` links
 * nothing.
 *
 * JavaScript's own errors (a bug in a scenario, say) are no Python exceptions: no class here catches them, not even
 * BaseException, so they pass every `except` and end the run.
 */
import { BaseException, RAISED, TypeError } from "./base_exceptions.js";
import { is_class } from "./names.js";

/** A class of exceptions. */
export type ExceptionClass<E extends BaseException = BaseException> = abstract new (...args: never[]) => E;

/** What may follow `except`: a class, or several. */
export type ExceptionMatch = ExceptionClass | readonly ExceptionClass[];

/** The exceptions that a match lets through. */
export type Caught<M> =
  M extends ExceptionClass<infer E> ? E : M extends readonly ExceptionClass<infer E>[] ? E : never;

/** What may follow `raise`: an exception, or a class that is then called without arguments. */
export type Raisable = BaseException | (new () => BaseException);

/**
 * Whether a value is a class of exceptions.
 *
 * @param value - any value
 */
export function is_exception_class(value: unknown): value is ExceptionClass {
  return is_class(value) && (value === BaseException || value.prototype instanceof BaseException);
}

/**
 * Notes that an exception has been raised, so that a traceback of it starts with its header. Every place of the library
 * that catches calls this; JavaScript's `throw` cannot.
 *
 * @param thrown - what was caught, also what is no exception
 */
export function mark_raised(thrown: unknown): void {
  if (thrown instanceof BaseException) thrown.__traceback__ ??= RAISED;
}

/**
 * Python's `isinstance(thrown, match)` of an except clause.
 *
 * @param thrown - what was caught
 * @param match - a class or several
 * @throws TypeError `catching classes that do not inherit from BaseException is not allowed`
 */
export function matches<const M extends ExceptionMatch>(thrown: unknown, match: M): thrown is Caught<M> {
  const classes: readonly ExceptionClass[] = typeof match === "function" ? [match] : match;
  if (!Array.isArray(classes) || !classes.every(is_exception_class)) {
    throw handling(new TypeError("catching classes that do not inherit from BaseException is not allowed"), thrown);
  }
  return thrown instanceof BaseException && classes.some((one) => thrown instanceof one);
}

/**
 * Python's `except match as e:` at the top of a `catch` block: gives the exception with its type, or throws on what is
 * none of these.
 *
 * ```ts
 * try {
 *   yield* work();
 * } catch (thrown) {
 *   const e = except(thrown, [ValueError, KeyError]);
 *   yield* print(e.args);
 * }
 * ```
 *
 * @param thrown - what was caught
 * @param match - the class or classes to catch
 * @returns the exception
 * @throws what was caught, if it is none of these; TypeError `catching classes that do not inherit from BaseException is
 *   not allowed`
 */
export function except<const M extends ExceptionMatch>(thrown: unknown, match: M): Caught<M>;
/**
 * The same with the body of the clause. What the handler raises has the caught exception as its `__context__`, as in
 * Python. A handler that suspends (a generator function) cannot be used here: see `raise`.
 *
 * @param thrown - what was caught
 * @param match - the class or classes to catch
 * @param handler - called with the exception
 * @returns what the handler returned
 */
export function except<const M extends ExceptionMatch, R>(thrown: unknown, match: M, handler: (e: Caught<M>) => R): R;
export function except<const M extends ExceptionMatch, R>(
  thrown: unknown,
  match: M,
  handler?: (e: Caught<M>) => R,
): R | Caught<M> {
  mark_raised(thrown);
  if (!matches(thrown, match)) throw thrown;
  if (handler === undefined) return thrown;
  try {
    return handler(thrown);
  } catch (second) {
    throw handling(second, thrown);
  }
}

/** Links what was thrown while another exception was handled; what is no exception stays as it is. */
function handling(thrown: unknown, handled: unknown): unknown {
  if (thrown instanceof BaseException && handled instanceof BaseException) set_context(thrown, handled);
  return thrown;
}

/**
 * What Python does when an exception is raised while another one is handled: the other becomes its `__context__`, and a
 * chain that would lead back to the raised one is cut there.
 *
 * @param raised - the exception being raised
 * @param handled - the exception being handled
 */
export function set_context(raised: BaseException, handled: BaseException): void {
  if (raised === handled) return;
  if (handled.__context__ !== null) cut_chain(handled, raised);
  raised.__context__ = handled;
}

/** Cuts the chain of contexts before `end`. It may be a ring, which a program made by hand. */
function cut_chain(start: BaseException, end: BaseException): void {
  const met = new Set([start]);
  for (const link of met) {
    const next = link.__context__;
    if (next === end) link.__context__ = null;
    else if (next !== null) met.add(next);
  }
}

/** What follows the exception in a raise statement, and where the statement stands. */
export interface RaiseOptions {
  /** `raise … from this`; null for `from None`. */
  readonly from?: Raisable | null;
  /** The exception of the except clause that the statement stands in. JavaScript does not know it. */
  readonly handling?: BaseException | null;
}

/**
 * Python's `raise exception from cause`.
 *
 * ```ts
 * try {
 *   yield* work();
 * } catch (thrown) {
 *   const e = except(thrown, KeyError);
 *   raise(new ValueError("no such user"), { from: e, handling: e });
 * }
 * ```
 *
 * @param exception - an exception, or a class to make one of
 * @param options - `from`, the cause; `handling`, the exception that is being handled here
 * @throws the exception; TypeError `exceptions must derive from BaseException`, or `exception causes must derive from
 *   BaseException`
 */
export function raise(exception: Raisable, options: RaiseOptions = {}): never {
  const raised = prepare(exception, options.from);
  if (options.handling) {
    mark_raised(options.handling);
    set_context(raised, options.handling);
  }
  mark_raised(raised);
  throw raised;
}

/** The exception to raise, with its cause; or the TypeError that Python raises in its place. */
function prepare(exception: Raisable, cause: Raisable | null | undefined): BaseException {
  const raised = instance_of(exception);
  if (raised === undefined) return new TypeError("exceptions must derive from BaseException");
  if (cause === undefined) return raised;
  const origin = cause === null ? null : instance_of(cause);
  if (origin === undefined) return new TypeError("exception causes must derive from BaseException");
  raised.__cause__ = origin;
  return raised;
}

function instance_of(exception: Raisable): BaseException | undefined {
  if (exception instanceof BaseException) return exception;
  return is_exception_class(exception) ? new exception() : undefined;
}
