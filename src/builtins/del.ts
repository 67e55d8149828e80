/** Python's `del` of the last reference to an object. JavaScript does not count references, so a program has to say when there is none left. */
import { interpreter } from "../interpreter/state.js";
import { current } from "../kernel/current.js";
import type { Blocking } from "../kernel/traps.js";
import { generator_name, is_generator } from "./names.js";

/** Objects of which something is to be said or done when they are freed. */
interface Freed {
  _freed(): Blocking<void>;
}

function is_freed(object: unknown): object is Freed {
  return typeof object === "object" && object !== null && typeof (object as Partial<Freed>)._freed === "function";
}

/**
 * Says that nothing refers to an object any more, as after Python's `del x`, or at the end of the function whose variable it was. What CPython
 * does then is done at once:
 *
 * - an asynchronous generator that is not at its end is closed, by a task of its loop;
 * - of a future or task, an exception that was never retrieved is told; a task that is still running is freed when it ends;
 * - a coroutine object, which must never have been awaited, is warned of;
 * - the workers of a thread pool are told to end, and an iterator of `Executor.map` cancels what has not begun.
 *
 * Of all other objects nothing is to be said.
 *
 * @param object - what must not be used afterwards
 */
export function del(object: unknown): Blocking<void> {
  current().calls("del(…)");
  return freeing(object);
}

function* freeing(object: unknown): Blocking<void> {
  current().undriven = "";
  if (is_freed(object)) yield* object._freed();
  else if (is_generator(object)) {
    interpreter().warn("RuntimeWarning", `coroutine '${generator_name(object)}' was never awaited`);
  }
}
