/**
 * Python's exceptions: BaseException, Exception and the tree below them (without OSError, the warnings and the groups,
 * which have files of their own; without SyntaxError and the Unicode errors with positions, which no scenario raises).
 *
 * They are objects of plain classes. None runs the constructor of JavaScript's Error, which captures a stack and costs
 * microseconds; but Error.prototype ends their chain, so `instanceof Error` holds and test runners print them well.
 * Several have the name of a JavaScript class. In this module, and wherever they are imported, Python's is meant.
 */
import { class_of, define_classes, type_name } from "./names.js";
import { repr, str, tuple_text } from "./object_repr.js";

const NO_ARGS: readonly unknown[] = Object.freeze([]);

/** What `__traceback__` holds: a simulated traceback has a header and a last line, and no frames between. */
export type Traceback = Readonly<{ frames: readonly never[] }>;

/** The one traceback, that of an exception which has been raised. */
export const RAISED: Traceback = Object.freeze({ frames: [] });

/** The root of Python's exceptions. */
export class BaseException implements Error {
  /** The module that a traceback prints before the name of the class, unless it is `builtins` or `__main__`. */
  declare static readonly __module__: string;

  declare protected _args: readonly unknown[];
  declare private _cause: BaseException | null;
  /** The exception that was being handled when this one was raised, or null. */
  declare __context__: BaseException | null;
  /** Whether a traceback leaves `__context__` out. */
  declare __suppress_context__: boolean;
  /** Not null once raised: the header of a traceback is printed only then. */
  declare __traceback__: Traceback | null;
  /** The notes added, printed below the exception; absent until the first one, as in Python. */
  declare __notes__?: unknown[];

  /**
   * @param args - kept as they are; one of them is usually the message
   */
  constructor(...args: unknown[]) {
    this._args = args.length === 0 ? NO_ARGS : args;
    this._cause = null;
    this.__context__ = null;
    this.__suppress_context__ = false;
    this.__traceback__ = null;
  }

  /** The constructor's arguments, as a tuple. */
  get args(): readonly unknown[] {
    return Object.freeze(this._args);
  }

  set args(args: Iterable<unknown>) {
    this._args = Array.from(args);
  }

  /** The exception of `raise … from`, or null. Setting it, to null too, hides `__context__`, as in Python. */
  get __cause__(): BaseException | null {
    return this._cause;
  }

  set __cause__(cause: BaseException | null) {
    this._cause = cause;
    this.__suppress_context__ = true;
  }

  /** The name of the class, for JavaScript's tools. */
  get name(): string {
    return (class_of(this) as { readonly name: string }).name;
  }

  /** Python's `str(e)`, for JavaScript's tools. */
  get message(): string {
    try {
      return str(this);
    } catch {
      return "<exception str() failed>";
    }
  }

  /**
   * Adds a text that tracebacks print below the exception.
   *
   * @param note - the text, of one line or more
   * @throws TypeError `note must be a str, not 'int'`
   */
  add_note(note: string): void {
    if (typeof note !== "string") throw new TypeError(`note must be a str, not '${type_name(note)}'`);
    if (this.__notes__ === undefined) this.__notes__ = [note];
    else this.__notes__.push(note);
  }

  __str__(): string {
    const args = this._args;
    return args.length === 0 ? "" : args.length === 1 ? str(args[0]) : tuple_text(args);
  }

  __repr__(): string {
    const args = this._args;
    return this.name + (args.length === 1 ? `(${repr(args[0])})` : tuple_text(args));
  }
}
Object.setPrototypeOf(BaseException.prototype, Error.prototype);

/** The root of the exceptions that a program is expected to handle: `except Exception` catches no cancellation. */
export class Exception extends BaseException {}

/** Asks the program, or the thread, to end. */
export class SystemExit extends BaseException {
  /** null, the one argument, or the tuple of several: an exit status, or a text for stderr. */
  get code(): unknown {
    const args = this.args;
    return args.length === 0 ? null : args.length === 1 ? args[0] : args;
  }
}

/** Ctrl-C. */
export class KeyboardInterrupt extends BaseException {}

/** Thrown into a coroutine or generator that is closed. */
export class GeneratorExit extends BaseException {}

/** The end of an iterator. */
export class StopIteration extends Exception {
  /** What the generator returned: the first argument, or null. */
  get value(): unknown {
    return this._args[0] ?? null;
  }
}

/** The end of an asynchronous iterator. */
export class StopAsyncIteration extends Exception {}

export class ArithmeticError extends Exception {}
export class FloatingPointError extends ArithmeticError {}
export class OverflowError extends ArithmeticError {}
export class ZeroDivisionError extends ArithmeticError {}

export class AssertionError extends Exception {}
export class AttributeError extends Exception {}
export class BufferError extends Exception {}
export class EOFError extends Exception {}
export class ImportError extends Exception {}
export class ModuleNotFoundError extends ImportError {}

export class LookupError extends Exception {}
export class IndexError extends LookupError {}

/** A missing key. Its text is the repr of the key, so that an empty one can be seen. */
export class KeyError extends LookupError {
  override __str__(): string {
    return this._args.length === 1 ? repr(this._args[0]) : super.__str__();
  }
}

export class MemoryError extends Exception {}
export class NameError extends Exception {}
export class UnboundLocalError extends NameError {}
export class ReferenceError extends Exception {}

export class RuntimeError extends Exception {}
export class NotImplementedError extends RuntimeError {}
export class PythonFinalizationError extends RuntimeError {}
export class RecursionError extends RuntimeError {}

export class SystemError extends Exception {}
export class TypeError extends Exception {}
export class ValueError extends Exception {}
export class UnicodeError extends ValueError {}

define_classes("builtins", {
  ...{ BaseException, Exception, SystemExit, KeyboardInterrupt, GeneratorExit, StopIteration, StopAsyncIteration },
  ...{ ArithmeticError, FloatingPointError, OverflowError, ZeroDivisionError, AssertionError, AttributeError },
  ...{ BufferError, EOFError, ImportError, ModuleNotFoundError, LookupError, IndexError, KeyError, MemoryError },
  ...{ NameError, UnboundLocalError, ReferenceError, RuntimeError, NotImplementedError, PythonFinalizationError },
  ...{ RecursionError, SystemError, TypeError, ValueError, UnicodeError },
});
