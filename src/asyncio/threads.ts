/** Mirrors `asyncio.threads` (3.9 and later). */
import { AttributeError } from "../builtins/exceptions.js";
import { name_generators } from "../builtins/names.js";
import type { ResultOf, Work } from "../concurrent/futures/executor.js";
import { copy_context } from "../contextvars.js";
import { interpreter } from "../interpreter/state.js";
import type { Coroutine } from "./awaitable.js";
import { get_running_loop } from "./events.js";

/**
 * Has a function called by a thread of the default executor, in a copy of the present context.
 * @param func plain or blocking
 * @param args what it is called with
 * @returns what it returns
 * @throws AttributeError `module 'asyncio' has no attribute 'to_thread'` before 3.9
 */
export function to_thread<A extends unknown[], R>(func: Work<A, R>, ...args: A): Coroutine<ResultOf<R>> {
  if (!interpreter().profile.toThread) throw new AttributeError("module 'asyncio' has no attribute 'to_thread'");
  return calling(func as never, args) as Coroutine<never>;
}

function* calling(func: Work<unknown[], unknown>, args: unknown[]): Coroutine<unknown> {
  const loop = get_running_loop();
  const context = copy_context();
  const func_call = (): unknown => context.run(func, ...args);
  return yield* yield* loop.run_in_executor(null, func_call);
}

// To users it is the function itself that is the coroutine.
name_generators(Object.defineProperty(calling, "__qualname__", { value: "to_thread" }));
