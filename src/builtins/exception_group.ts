/** Exceptions that hold several exceptions (Python 3.11 and later). */
import { BaseException, Exception, TypeError, ValueError } from "./base_exceptions.js";
import { define_classes, is_class, type_name } from "./names.js";
import { type ExceptionClass, is_exception_class } from "./raise.js";
import { tuple } from "./object_repr.js";

/** What chooses members of a group: a class, a tuple or array of classes, or a function that says yes or no. */
export type GroupCondition = ExceptionClass | readonly ExceptionClass[] | ((e: BaseException) => boolean);

/** The members that met the condition, and the rest; null where there are none. */
export type Split<E extends BaseException> = readonly [
  match: BaseExceptionGroup<E> | null,
  rest: BaseExceptionGroup<E> | null,
];

/**
 * A group of any exceptions. Made of Exceptions only, it is an ExceptionGroup.
 *
 * Python's ExceptionGroup derives from this class and from Exception. A JavaScript class has one base, which is Exception
 * there, so `instanceof BaseExceptionGroup` is taught to know it.
 */
export class BaseExceptionGroup<E extends BaseException = BaseException> extends BaseException {
  /** The members, as a tuple. */
  readonly exceptions: readonly E[];
  /** @internal */
  readonly _message: string;

  /**
   * @param message - the text of the group
   * @param exceptions - its members, one at least; the array is not kept
   * @throws TypeError or ValueError with Python's text for each wrong argument
   */
  constructor(message: string, exceptions: readonly E[]) {
    check_arguments(message, exceptions, arguments.length);
    super(message, exceptions);
    this._message = message;
    this.exceptions = tuple(...exceptions);
    if (new.target === BaseExceptionGroup && exceptions.every((e) => e instanceof Exception)) {
      return as_group<E>(new ExceptionGroup(message, exceptions));
    }
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    const ordinary = Function.prototype[Symbol.hasInstance];
    return ordinary.call(this, value) || (this === BaseExceptionGroup && ordinary.call(ExceptionGroup, value));
  }

  /** The text of the group, without the count of its members that `str(group)` adds. */
  override get message(): string {
    return this._message;
  }

  override __str__(): string {
    return group_text(this);
  }

  /**
   * Makes a group like this one of other members. A subclass overrides it, to keep its class and fields in
   * {@link subgroup} and {@link split}.
   *
   * @param exceptions - the members
   */
  derive<D extends BaseException>(exceptions: readonly D[]): BaseExceptionGroup<D> {
    return new BaseExceptionGroup(this._message, exceptions);
  }

  /**
   * The group of the members, at any depth, that meet a condition.
   *
   * @param condition - a class, several, or a function
   * @returns this very group if the condition holds for it as a whole; null if no member meets it
   */
  subgroup(condition: GroupCondition): BaseExceptionGroup<E> | null {
    return split_group(this, condition_of(condition))[0];
  }

  /**
   * Both the group that {@link subgroup} gives and the group of the rest.
   *
   * @param condition - a class, several, or a function
   */
  split(condition: GroupCondition): Split<E> {
    return split_group(this, condition_of(condition));
  }
}

/** A group of Exceptions. */
export class ExceptionGroup<E extends Exception = Exception> extends Exception {
  /** The members, as a tuple. */
  readonly exceptions: readonly E[];
  /** @internal */
  readonly _message: string;

  /**
   * @param message - the text of the group
   * @param exceptions - its members, one at least; the array is not kept
   * @throws TypeError `Cannot nest BaseExceptions in an ExceptionGroup`, and Python's text for each other wrong argument
   */
  constructor(message: string, exceptions: readonly E[]) {
    check_arguments(message, exceptions, arguments.length);
    if (!exceptions.every((e) => e instanceof Exception)) {
      const name = new.target === ExceptionGroup ? "an ExceptionGroup" : `'${new.target.name}'`;
      throw new TypeError(`Cannot nest BaseExceptions in ${name}`);
    }
    super(message, exceptions);
    this._message = message;
    this.exceptions = tuple(...exceptions);
  }

  /** The text of the group, without the count of its members that `str(group)` adds. */
  override get message(): string {
    return this._message;
  }

  override __str__(): string {
    return group_text(as_group(this));
  }

  /** See {@link BaseExceptionGroup.derive}. */
  derive<D extends BaseException>(exceptions: readonly D[]): BaseExceptionGroup<D> {
    return new BaseExceptionGroup(this._message, exceptions);
  }

  /** See {@link BaseExceptionGroup.subgroup}. */
  subgroup(condition: GroupCondition): BaseExceptionGroup<E> | null {
    return split_group(as_group<E>(this), condition_of(condition))[0];
  }

  /** See {@link BaseExceptionGroup.split}. */
  split(condition: GroupCondition): Split<E> {
    return split_group(as_group<E>(this), condition_of(condition));
  }
}

/** The same object under its other Python base, which a JavaScript class cannot have. */
function as_group<E extends BaseException>(group: Exception): BaseExceptionGroup<E> {
  return group as unknown as BaseExceptionGroup<E>;
}

/**
 * Whether an exception is a group. The same as `instanceof BaseExceptionGroup`, which cannot tell the compiler of what.
 *
 * @param e - any exception
 */
export function is_group(e: BaseException): e is BaseExceptionGroup {
  return e instanceof BaseExceptionGroup;
}

/** Refuses what the compiler could not: calls from untyped code, and empty arrays. */
function check_arguments(message: unknown, exceptions: unknown, count: number): void {
  const where = "BaseExceptionGroup.__new__()";
  if (count !== 2) throw new TypeError(`${where} takes exactly 2 arguments (${count} given)`);
  if (typeof message !== "string") {
    throw new TypeError(`${where} argument 1 must be str, not ${type_name(message)}`);
  }
  if (!Array.isArray(exceptions)) throw new TypeError("second argument (exceptions) must be a sequence");
  if (exceptions.length === 0) throw new ValueError("second argument (exceptions) must be a non-empty sequence");
  const wrong = exceptions.findIndex((e) => !(e instanceof BaseException));
  if (wrong >= 0) throw new ValueError(`Item ${wrong} of second argument (exceptions) is not an exception`);
}

function group_text(group: BaseExceptionGroup): string {
  const count = group.exceptions.length;
  return `${group._message} (${count} sub-exception${count === 1 ? "" : "s"})`;
}

/** The text is that of 3.13; 3.11 and 3.12 say it in other words. */
const WRONG_CONDITION = "expected an exception type, a tuple of exception types, or a callable (other than a class)";

function condition_of(condition: GroupCondition): (e: BaseException) => boolean {
  if (typeof condition === "function" && !is_class(condition)) return condition;
  const classes: readonly unknown[] = Array.isArray(condition) ? condition : [condition];
  if (!classes.every(is_exception_class)) throw new TypeError(WRONG_CONDITION);
  return (e) => classes.some((one) => e instanceof one);
}

/** Splits a group and the groups in it. A group that meets the condition as a whole stays the object that it is. */
function split_group<E extends BaseException>(
  group: BaseExceptionGroup<E>,
  condition: (e: BaseException) => boolean,
): Split<E> {
  if (condition(group)) return tuple(group, null);
  const match: E[] = [];
  const rest: E[] = [];
  for (const member of group.exceptions) {
    if (member instanceof BaseExceptionGroup) {
      const [inner_match, inner_rest] = split_group(member, condition);
      // A part of a group of E is a group that stands in its place.
      if (inner_match !== null) match.push(inner_match as BaseException as E);
      if (inner_rest !== null) rest.push(inner_rest as BaseException as E);
    } else {
      (condition(member) ? match : rest).push(member);
    }
  }
  return tuple(part_of(group, match), part_of(group, rest));
}

/** A part of a group keeps the links and notes of the whole. Setting the cause hides the context, as it does in Python. */
function part_of<E extends BaseException>(group: BaseExceptionGroup<E>, members: E[]): BaseExceptionGroup<E> | null {
  if (members.length === 0) return null;
  const part: unknown = group.derive(members);
  if (!(part instanceof BaseExceptionGroup)) {
    throw new TypeError("derive must return an instance of BaseExceptionGroup");
  }
  part.__traceback__ = group.__traceback__;
  part.__context__ = group.__context__;
  part.__cause__ = group.__cause__;
  if (group.__notes__ !== undefined) part.__notes__ = [...group.__notes__];
  return part as BaseExceptionGroup<E>;
}

define_classes("builtins", { BaseExceptionGroup, ExceptionGroup });
