/** The argument `loop=` that functions of `asyncio.tasks` have in 3.8 and 3.9, and the deprecations that coroutines tell of. */
import { TypeError } from "../builtins/exceptions.js";
import { interpreter } from "../interpreter/state.js";
import type { BaseEventLoop } from "./base_events.js";
import { _get_running_loop } from "./events.js";

/** Python's keyword argument, which went away with 3.10. */
export interface LoopArgument {
  /** The loop to work in. Deprecated in 3.8 and 3.9, which mostly say so on standard error; an unknown keyword in later versions. */
  readonly loop?: BaseEventLoop | null;
}

/**
 * The loop that was given.
 * @param name the function's
 * @throws TypeError `… got an unexpected keyword argument 'loop'` (3.10 and later)
 * @internal
 */
export function _given_loop(name: string, { loop }: LoopArgument): BaseEventLoop | null {
  if (loop !== undefined && !interpreter().profile.loopArgument) {
    throw new TypeError(`${name}() got an unexpected keyword argument 'loop'`);
  }
  return loop ?? null;
}

/** Says that the argument is deprecated. @internal */
export function _warn_of_loop(): void {
  const text = "The loop argument is deprecated since Python 3.8, and scheduled for removal in Python 3.10.";
  interpreter().warn("DeprecationWarning", text);
}

/**
 * Whether a running coroutine is awaited by another one. One that a task drives itself is called by the loop, and Python shows no deprecation that
 * the library is to blame for.
 * @internal
 */
export function _is_awaited(coro: object): boolean {
  return _get_running_loop()?._current_task?.get_coro() !== coro;
}
