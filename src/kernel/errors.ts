/**
 * The two families of errors that are ours. A program's own exceptions are a third family and live in `builtins`;
 * neither family is ever caught on behalf of a program.
 */

/** Marks both families, so that the mirrored rooms can let them pass wherever Python would catch an exception. */
export abstract class InterloopError extends Error {}

/** The caller's mistake: one line that says what is wrong and what would be right. */
export class UsageError extends InterloopError {
  override readonly name = "UsageError";
}

/** Our mistake. It should never be seen; when it is, it asks to be reported. */
export class KernelBug extends InterloopError {
  override readonly name = "KernelBug";

  constructor(what: string) {
    super(`${what} (this is a bug of Interloop: please report it with the scenario and the schedule)`);
  }
}

/** Unwinds a plain function in whose middle the run has ended. It is no error, and nobody sees it. */
export class Abandoned {
  readonly reason = "the run has ended";
}
