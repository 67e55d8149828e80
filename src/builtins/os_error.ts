/** OSError and its subclasses, which the operating system's error number chooses. */
import { Exception } from "./base_exceptions.js";
import { define_classes } from "./names.js";
import { repr, str } from "./object_repr.js";

/**
 * An error of the operating system, `OSError(errno, strerror, filename)` or `OSError(message)`.
 *
 * `new OSError(2, "No such file or directory")` gives a FileNotFoundError, as in Python, with the numbers of Linux.
 */
export class OSError extends Exception {
  /** The arguments that the fields are read from, or null if there is only a message. */
  declare private readonly _fields: readonly unknown[] | null;

  /**
   * @param args - a message; or errno and strerror, after which a filename may follow, something that only Windows uses,
   *   and a second filename. With a filename, `args` keeps the first two
   */
  constructor(...args: unknown[]) {
    super(...args);
    const numbered = args.length >= 2 && args.length <= 5;
    this._fields = numbered ? args : null;
    if (!numbered) return;
    if (this.filename !== null) this._args = args.slice(0, 2);
    if (new.target === OSError) {
      const Subclass = BY_ERRNO.get(args[0]);
      if (Subclass !== undefined) return new Subclass(...args);
    }
  }

  /** The number of the error, or null. */
  get errno(): unknown {
    return this._fields?.[0] ?? null;
  }

  /** The text of the error, or null. */
  get strerror(): unknown {
    return this._fields?.[1] ?? null;
  }

  /** The file it was about, or null. */
  get filename(): unknown {
    return this._fields?.[2] ?? null;
  }

  /** The other file, of an operation on two, or null. */
  get filename2(): unknown {
    return this._fields?.[4] ?? null;
  }

  override __str__(): string {
    if (this._fields === null) return super.__str__();
    const text = `[Errno ${str(this.errno)}] ${str(this.strerror)}`;
    if (this.filename === null) return text;
    return `${text}: ${repr(this.filename)}${this.filename2 === null ? "" : ` -> ${repr(this.filename2)}`}`;
  }
}

export class BlockingIOError extends OSError {}
export class ChildProcessError extends OSError {}
export class ConnectionError extends OSError {}
export class BrokenPipeError extends ConnectionError {}
export class ConnectionAbortedError extends ConnectionError {}
export class ConnectionRefusedError extends ConnectionError {}
export class ConnectionResetError extends ConnectionError {}
export class FileExistsError extends OSError {}
export class FileNotFoundError extends OSError {}
export class InterruptedError extends OSError {}
export class IsADirectoryError extends OSError {}
export class NotADirectoryError extends OSError {}
export class PermissionError extends OSError {}
export class ProcessLookupError extends OSError {}

/** A limit of time that was reached. From 3.11 on it is also `asyncio.TimeoutError`. */
export class TimeoutError extends OSError {}

/** The classes by the numbers of Linux. */
const BY_ERRNO: ReadonlyMap<unknown, typeof OSError> = new Map([
  [1, PermissionError],
  [2, FileNotFoundError],
  [3, ProcessLookupError],
  [4, InterruptedError],
  [10, ChildProcessError],
  [11, BlockingIOError],
  [13, PermissionError],
  [17, FileExistsError],
  [20, NotADirectoryError],
  [21, IsADirectoryError],
  [32, BrokenPipeError],
  [103, ConnectionAbortedError],
  [104, ConnectionResetError],
  [108, BrokenPipeError],
  [110, TimeoutError],
  [111, ConnectionRefusedError],
  [114, BlockingIOError],
  [115, BlockingIOError],
]);

define_classes("builtins", {
  ...{ OSError, BlockingIOError, ChildProcessError, ConnectionError, BrokenPipeError, ConnectionAbortedError },
  ...{ ConnectionRefusedError, ConnectionResetError, FileExistsError, FileNotFoundError, InterruptedError },
  ...{ IsADirectoryError, NotADirectoryError, PermissionError, ProcessLookupError, TimeoutError },
});
