/** What `with` and `async with` ask of an object, and the statements as functions. */
import { AttributeError, BaseException, mark_raised, set_context, TypeError } from "../builtins/exceptions.js";
import { class_of, class_path, type_name } from "../builtins/names.js";
import type { Awaitable, Coroutine } from "../interpreter/awaiting.js";
import { interpreter } from "../interpreter/state.js";
import { type Blocking, isBlocking } from "../kernel/traps.js";
import { Entered } from "./entered.js";

/** What an exit method says: true where the exception is not to go on. */
export type Suppresses = boolean | null | void;

/** Python's context manager: a class with these two methods, which may block. */
export interface ContextManager<T> {
  __enter__(): T | Blocking<T>;
  __exit__(type: unknown, value: unknown, traceback: null): Suppresses | Blocking<Suppresses>;
}

/** Python's asynchronous context manager. */
export interface AsyncContextManager<T> {
  __aenter__(): Awaitable<T>;
  __aexit__(type: unknown, value: unknown, traceback: null): Awaitable<Suppresses>;
}

/** The statement as a method, as mirrored classes have it: locks give the block nothing, others themselves. */
interface Statement<T, G> {
  with(body: (value: T) => G): G;
}

/** What `async with` takes: an object with Python's methods, or a mirrored one. */
export type AsyncEntered<T> =
  AsyncContextManager<T> | Statement<T, Coroutine<void>> | { with(body: () => Coroutine<void>): Coroutine<void> };

/** What `with` takes: an object with Python's methods, or a mirrored one. */
export type SyncEntered<T> =
  ContextManager<T> | Statement<T, Blocking<void>> | { with(body: () => Blocking<void>): Blocking<void> };

/** A manager that is entered: what it gave, and its exit. */
export interface Opened<T, G> {
  readonly value: T;
  exit(error: unknown): G;
}

function has(object: unknown, method: string): boolean {
  if (typeof object !== "object" || object === null) return false;
  return typeof (object as Readonly<Record<string, unknown>>)[method] === "function";
}

/** The class of an exception, `null` where there is none. */
export function type_of(error: unknown): unknown {
  return error === null ? null : (error as object).constructor;
}

/** The two protocols: their names, their methods, and the statement of the other one. */
const SYNC = { sort: "context manager", enter: "__enter__", exit: "__exit__" };
const ASYNC = { sort: "asynchronous context manager", enter: "__aenter__", exit: "__aexit__" };

/** What is said of an object that is no manager. @param stack whether an exit stack says it, and not the statement */
function not_supported(manager: unknown, protocol: typeof SYNC, stack: boolean): TypeError | AttributeError {
  const { withTellsProtocol } = interpreter().profile;
  if (!withTellsProtocol) return missing_attribute(manager, protocol, stack);
  const text = `object does not support the ${protocol.sort} protocol`;
  if (stack) return new TypeError(`${path_of(manager)} ${text}`);
  return new TypeError(`'${type_name(manager)}' ${text}${missed(manager, protocol)}${hint(manager, protocol)}`);
}

/** The method that is told to be missing, by what is looked up first. */
function missing_attribute(manager: unknown, { enter, exit }: typeof SYNC, stack: boolean): AttributeError {
  const exitFirst = stack || (exit === ASYNC.exit && interpreter().profile.asyncWithLooksForExit);
  const [first, second] = exitFirst ? [exit, enter] : [enter, exit];
  const missing = has(manager, first) ? second : first;
  return new AttributeError(stack ? `type object '${type_name(manager)}' has no attribute '${missing}'` : missing);
}

function missed(manager: unknown, { enter, exit }: typeof SYNC): string {
  if (interpreter().profile.withTellsOtherProtocol) return ` (missed ${has(manager, exit) ? enter : exit} method)`;
  return has(manager, enter) ? ` (missed ${exit} method)` : "";
}

/** Where the object would suit the other statement. */
function hint(manager: unknown, protocol: typeof SYNC): string {
  if (!interpreter().profile.withTellsOtherProtocol) return "";
  const other = protocol === SYNC ? ASYNC : SYNC;
  if (!has(manager, other.enter) || !has(manager, other.exit)) return "";
  const statement = protocol === SYNC ? "async with" : "with";
  return ` but it supports the ${other.sort} protocol. Did you mean to use '${statement}'?`;
}

function path_of(manager: unknown): string {
  if (typeof manager !== "object" || manager === null) return `'builtins.${type_name(manager)}'`;
  return `'${class_path(class_of(manager), [])}'`;
}

/** Enters a manager as `with` does. @throws TypeError or AttributeError when it is none */
export function* enter<T>(given: SyncEntered<T>, stack = false): Blocking<Opened<T, Blocking<Suppresses>>> {
  if (!has(given, "__enter__") || !has(given, "__exit__")) {
    if (has(given, "with")) return yield* Entered.sync<T>(given as { with: unknown });
    throw not_supported(given, SYNC, stack);
  }
  const manager = given as ContextManager<T>;
  const value = manager.__enter__();
  return {
    value: isBlocking(value) ? yield* value : value,
    *exit(error) {
      const result = manager.__exit__(type_of(error), error, null);
      return isBlocking(result) ? yield* result : result;
    },
  };
}

/** Enters a manager as `async with` does. @throws TypeError or AttributeError when it is none */
export function* enter_async<T>(given: AsyncEntered<T>, stack = false): Coroutine<Opened<T, Coroutine<Suppresses>>> {
  if (!has(given, "__aenter__") || !has(given, "__aexit__")) {
    if (has(given, "with")) return yield* Entered.async<T>(given as { with: unknown });
    throw not_supported(given, ASYNC, stack);
  }
  const manager = given as AsyncContextManager<T>;
  const value = yield* manager.__aenter__();
  return {
    value,
    *exit(error) {
      return yield* manager.__aexit__(type_of(error), error, null);
    },
  };
}

/** Gives an exception of the block to the exit. @throws it, unless the exit says otherwise */
function* leave<Y>(exit: (error: unknown) => Generator<Y, Suppresses, unknown>, error: unknown): Generator<Y, void> {
  if (!(error instanceof BaseException)) throw error;
  mark_raised(error);
  let suppressed: Suppresses;
  try {
    suppressed = yield* exit(error);
  } catch (second) {
    mark_raised(second);
    if (second instanceof BaseException && second !== error && second.__context__ === null) set_context(second, error);
    throw second;
  }
  if (suppressed !== true) throw error;
}

/**
 * Python's `with manager as value:` for a class that has Python's methods. The mirrored classes have the statement as a method: `lock.with(…)`.
 *
 * @param manager an object with `__enter__` and `__exit__`
 * @param body the block, a blocking function
 * @returns what the block returns; nothing where the manager suppresses its exception
 * @throws TypeError when it is no manager (up to 3.10 AttributeError)
 */
export function* with_<T, R>(manager: SyncEntered<T>, body: (value: T) => Blocking<R>): Blocking<R | undefined> {
  const opened = yield* enter(manager);
  let result: R;
  try {
    result = yield* body(opened.value);
  } catch (error) {
    yield* leave((raised) => opened.exit(raised), error);
    return undefined;
  }
  yield* opened.exit(null);
  return result;
}

/**
 * Python's `async with manager as value:` for a class that has Python's methods.
 *
 * @param manager an object with `__aenter__` and `__aexit__`
 * @param body the block
 * @returns what the block returns; nothing where the manager suppresses its exception
 * @throws TypeError when it is no manager (up to 3.10 AttributeError)
 */
export function* async_with<T, R>(
  manager: AsyncEntered<T>,
  body: (value: T) => Coroutine<R>,
): Coroutine<R | undefined> {
  const opened = yield* enter_async(manager);
  let result: R;
  try {
    result = yield* body(opened.value);
  } catch (error) {
    yield* leave((raised) => opened.exit(raised), error);
    return undefined;
  }
  yield* opened.exit(null);
  return result;
}
