/** `sleep(delay, result, loop=…)` of 3.8 and 3.9. */
import { name_generators } from "../builtins/names.js";
import type { Coroutine } from "./awaitable.js";
import type { BaseEventLoop } from "./base_events.js";
import { _set_result_unless_cancelled } from "./futures.js";
import { _is_awaited, _warn_of_loop } from "./loop_argument.js";
import { GiveWay } from "./sleep.js";

/** A sleep on the clock of a loop that was given. @internal */
export function _sleep_in_loop<T>(loop: BaseEventLoop, delay: number, result: T): Coroutine<T> {
  const coro: Coroutine<T> = sleeping(loop, delay, result, () => _is_awaited(coro));
  return coro;
}

function* sleeping<T>(loop: BaseEventLoop, delay: number, result: T, awaited: () => boolean): Coroutine<T> {
  const { sleepWarnsFirst } = loop._interpreter.profile;
  if (sleepWarnsFirst && awaited()) _warn_of_loop();
  if (delay <= 0) {
    loop._kernel.dormant++;
    return yield* new GiveWay(result);
  }
  if (!sleepWarnsFirst && awaited()) _warn_of_loop();
  const future = loop.create_future<T>();
  const timer = loop.call_later(delay, _set_result_unless_cancelled<T>, future, result);
  try {
    return yield* future;
  } finally {
    timer.cancel();
  }
}

name_generators(Object.defineProperty(sleeping, "__qualname__", { value: "sleep" }));
