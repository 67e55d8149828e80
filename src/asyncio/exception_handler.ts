/** What a loop does with exceptions that nobody handles. */
import { BaseException, mark_raised, RuntimeError, set_context } from "../builtins/exceptions.js";
import { repr } from "../builtins/repr.js";
import { format_exception } from "../builtins/traceback.js";
import type { EnteredContext, Bindings } from "../interpreter/state.js";
import { isBlocking, type Blocking } from "../kernel/traps.js";
import type { BaseEventLoop } from "./base_events.js";
import { leaves_loop } from "./handle.js";
import type { Outside } from "./running.js";

/** What an exception handler is told; the keys are Python's. */
export interface ExceptionContext {
  readonly message?: string;
  readonly exception?: unknown;
  readonly [key: string]: unknown;
}

export type ExceptionHandler = (loop: BaseEventLoop, context: ExceptionContext) => Blocking<void> | void;

/** The text that the log gets: the message, a line for each other key in order, and the exception's traceback. */
function log_text(loop: BaseEventLoop, context: ExceptionContext): string {
  const lines = [context.message ?? "Unhandled exception in event loop"];
  for (const key of Object.keys(context).sort()) {
    if (key !== "message" && key !== "exception") lines.push(`${key}: ${repr(context[key])}`);
  }
  const { exception } = context;
  const trace =
    exception === undefined || exception === null ? "" : format_exception(exception, loop._interpreter.profile);
  return `${lines.join("\n")}\n${trace}`;
}

function* log(loop: BaseEventLoop, context: ExceptionContext): Blocking<void> {
  yield* loop._interpreter.stderr.write(loop._kernel, [log_text(loop, context)], true);
}

/** The context of the task, future or handle that an exception belongs to: the first of them that has one. */
function owner_of(context: ExceptionContext): { _vars: Bindings; _context: EnteredContext | null } | null {
  for (const key of ["task", "future", "handle"]) {
    const owner = context[key] as { _vars?: Bindings; _context?: EnteredContext | null } | undefined;
    if (owner?._vars !== undefined) return { _vars: owner._vars, _context: owner._context ?? null };
  }
  return null;
}

function* call_handler(
  loop: BaseEventLoop,
  handler: ExceptionHandler,
  context: ExceptionContext,
  outside: Outside | null,
): Blocking<void> {
  const state = loop._state;
  const { bindings, context: outer } = state;
  const owner = loop._interpreter.profile.exceptionHandlerInContext ? owner_of(context) : null;
  const taken = owner?._context ?? null;
  if (taken?.entered === true) throw new RuntimeError(`cannot enter context: ${repr(taken)} is already entered`);
  try {
    if (owner !== null) state.bindings = owner._context?.bindings ?? owner._vars;
    else if (outside !== null) Object.assign(state, outside);
    const done = handler(loop, context);
    if (isBlocking(done)) yield* done;
  } finally {
    state.bindings = bindings;
    state.context = outer;
  }
}

/**
 * Gives a context to a handler; without one, or when the handler fails itself, it is logged.
 * @param handled the exception that is being handled meanwhile; what the handler raises has it as its context
 * @param outside what the loop's thread has bound outside of all callbacks, when the loop itself reports; `null` when a callback does
 */
export function* report(
  loop: BaseEventLoop,
  handler: ExceptionHandler | null,
  context: ExceptionContext,
  handled: unknown,
  outside: Outside | null = null,
): Blocking<void> {
  if (handler === null) {
    yield* log(loop, context);
    return;
  }
  try {
    yield* call_handler(loop, handler, context, outside);
  } catch (exception) {
    if (!(exception instanceof BaseException)) loop._kernel.crash(exception);
    if (leaves_loop(exception)) throw exception;
    mark_raised(exception);
    if (exception.__context__ === null && handled instanceof BaseException) set_context(exception, handled);
    yield* log(loop, { message: "Unhandled error in exception handler", exception, context });
  }
}
