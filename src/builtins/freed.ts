/** What becomes of a generator that is freed before its end: its `finally` blocks run, and what goes wrong in them is printed. */
import { interpreter } from "../interpreter/state.js";
import type { Kernel } from "../kernel/kernel.js";
import { Operation } from "../kernel/operation.js";
import type { Blocking } from "../kernel/traps.js";
import { BaseException, GeneratorExit, RuntimeError, StopAsyncIteration } from "./base_exceptions.js";
import { repr } from "./object_repr.js";
import { mark_raised } from "./raise.js";
import { format_exception_only } from "./traceback.js";

type Driven = Generator<unknown, unknown, unknown>;

/** What is freed: a coroutine object or an asynchronous generator. */
type Kind = "coroutine" | "async generator";

/** Drives a generator to its end as `close()` does. @returns what it failed with, or null */
function* close(kernel: Kernel, body: Driven, kind: Kind): Blocking<BaseException | null> {
  try {
    let step = body.throw(new GeneratorExit());
    while (step.done !== true && step.value instanceof Operation) {
      yield step.value;
      step = body.next();
    }
    if (step.done !== true) {
      const error = new RuntimeError(`${kind} ignored GeneratorExit`);
      // No frame of the program raises it: only an asynchronous generator has one of its own, for its `aclose()`.
      return kind === "coroutine" ? error : marked(error);
    }
    // One that returns instead of passing the GeneratorExit on ends as an asynchronous generator always does, which counts as a failure here.
    return kind === "coroutine" ? null : marked(new StopAsyncIteration());
  } catch (error) {
    if (!(error instanceof BaseException)) kernel.crash(error);
    if (error instanceof GeneratorExit) return null;
    return marked(error);
  }
}

function marked(error: BaseException): BaseException {
  mark_raised(error);
  return error;
}

/**
 * Closes a generator that nobody can drive any more.
 *
 * @param kernel - the run's
 * @param owner - the object that is freed, for the message
 * @param body - the generator, which is not running
 * @param kind - what it is
 */
export function* close_freed(kernel: Kernel, owner: object, body: Driven, kind: Kind): Blocking<void> {
  const failure = yield* close(kernel, body, kind);
  if (failure === null) return;
  const { profile, stderr } = interpreter();
  const header = failure.__traceback__ === null ? "" : "Traceback (most recent call last):\n";
  const text = header + format_exception_only(failure, profile, "excepthook");
  const where = profile.closingErrorSaysSo ? `while closing generator ${repr(owner)}:` : `in: ${repr(owner)}`;
  yield* stderr.write(kernel, [`Exception ignored ${where}\n${text}`], true);
}
