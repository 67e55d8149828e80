/** `threading.excepthook`: what is done with an exception that leaves a thread's `run`. */
import { BaseException, SystemExit, TypeError, type ExceptionClass } from "../builtins/exceptions.js";
import { mark_raised } from "../builtins/raise.js";
import { repr } from "../builtins/repr.js";
import { format_exception } from "../builtins/traceback.js";
import { interpreter } from "../interpreter/state.js";
import { RunLocal, current } from "../kernel/current.js";
import type { Kernel } from "../kernel/kernel.js";
import { isBlocking, type Blocking } from "../kernel/traps.js";
import type { Thread } from "./thread.js";

/**
 * What `threading.excepthook` is called with: a tuple of type, value, traceback (which a simulation does not have) and thread, with names.
 * `ExceptHookArgs([type, value, null, thread])` makes one.
 */
export interface ExceptHookArgs extends Readonly<[ExceptionClass, BaseException, null, Thread]> {
  readonly exc_type: ExceptionClass;
  readonly exc_value: BaseException;
  readonly exc_traceback: null;
  /** The thread; `null` only where a program has made the object so. */
  readonly thread: Thread;
}

/** What can be put in the place of `threading.excepthook`, plain or blocking. */
export type ExceptHook = (args: ExceptHookArgs) => Blocking<void> | void;

/** The hook that the program has set, of one run. */
const hooks = new RunLocal<{ own: ExceptHook | null }>(() => ({ own: null }));

/** Python's `threading.excepthook = hook`; `null` brings the original back. */
export function set_excepthook(hook: ExceptHook | null): void {
  hooks.get().own = hook;
}

/** What is called with an exception that left a thread's `run`: prints it to standard error, unless it is a SystemExit. */
export function* excepthook(args: ExceptHookArgs): Blocking<void> {
  if (args.exc_type === SystemExit) return;
  const kernel = current();
  const { stderr, profile } = interpreter();
  const thread: Thread | null = args.thread;
  const name = thread === null ? String((kernel.thread?.id ?? 0) + 1) : thread.name;
  const text = `Exception in thread ${name}:\n${format_exception(args.exc_value, profile, "excepthook")}`;
  yield* stderr.write(kernel, text.split(/(?<=\n)/), false);
}

/**
 * Makes the argument of a hook.
 * @param args the four items
 * @throws TypeError when they are not four
 */
export function ExceptHookArgs(args: Readonly<[ExceptionClass, BaseException, null, Thread | null]>): ExceptHookArgs {
  const name = interpreter().profile.exceptHookOriginal ? "_thread._ExceptHookArgs" : "_thread.ExceptHookArgs";
  const given: number = args.length;
  if (given !== 4) throw new TypeError(`${name}() takes a 4-sequence (${String(given)}-sequence given)`);
  const [exc_type, exc_value, exc_traceback, thread] = args;
  const fields = { exc_type, exc_value, exc_traceback, thread };
  const shown = (): string[] => Object.entries(fields).map(([field, value]) => `${field}=${repr(value)}`);
  const items: ExceptHookArgs & unknown[] = [...args] as never;
  Object.defineProperty(items, "__repr__", { value: () => `${name}(${shown().join(", ")})` });
  return Object.freeze(Object.assign(items, fields));
}

/** Calls the hook. @internal */
export function* report_thread_exception(thread: Thread, error: BaseException): Blocking<void> {
  const hook = hooks.get().own ?? excepthook;
  mark_raised(error);
  try {
    const done = hook(ExceptHookArgs([error.constructor as ExceptionClass, error, null, thread]));
    if (isBlocking(done)) yield* done;
  } catch (failure) {
    const kernel: Kernel = current();
    if (!(failure instanceof BaseException)) kernel.crash(failure);
    // The thread has ended, which is all that a SystemExit asks for.
    if (!(failure instanceof SystemExit)) yield* report_hook_failure(failure);
  }
}

/** A hook of the program failed: what it raised is printed by the interpreter's own hook, and the thread ends. */
function* report_hook_failure(failure: BaseException): Blocking<void> {
  const { stderr, profile } = interpreter();
  mark_raised(failure);
  const text = `Exception in threading.excepthook:\n${format_exception(failure, profile, "excepthook")}`;
  yield* stderr.write(current(), text.split(/(?<=\n)/), false);
}
