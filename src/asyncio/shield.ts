/** `asyncio.shield`. CPython has it in `asyncio.tasks`. */
import { type_name } from "../builtins/repr.js";
import type { Blocking } from "../kernel/traps.js";
import type { Awaitable, Coroutine, MustBeAwaitable, Outcome } from "./awaitable.js";
import type { Future } from "./futures.js";
import { _add_to_awaited_by, _discard_from_awaited_by } from "./graph.js";
import { _given_loop, _warn_of_loop, type LoopArgument } from "./loop_argument.js";
import { own_coroutine } from "./sleep.js";
import { ensure_future } from "./tasks.js";

/**
 * Keeps a cancellation from something that is awaited: cancelling the future that this gives, or the task that awaits it, leaves the awaitable
 * alone. When that is cancelled itself, so is the future.
 * @param arg a coroutine, of which it makes a task, or a future or task
 * @param options `loop`, up to 3.9
 * @returns a future with the outcome of the awaitable; one that is done already is given back as it is
 * @throws TypeError `An asyncio.Future, a coroutine or an awaitable is required`
 */
export function shield<A extends Awaitable<unknown>>(
  arg: A & MustBeAwaitable<A>,
  options: LoopArgument = {},
): Future<Outcome<A>> {
  const given = _given_loop("shield", options);
  if (given !== null) _warn_of_loop();
  const awaitable = own_coroutine(arg as unknown as Coroutine<Outcome<A>>);
  const inner = ensure_future(awaitable, { loop: given });
  if (inner.done()) return inner;
  const loop = inner.get_loop();
  const outer = loop.create_future<Outcome<A>>();
  const { shieldLogsLateErrors: logs, callGraph } = loop._interpreter.profile;
  const task = loop._current_task;
  // The reprs of the two futures show these names.
  const named = {
    "shield.<locals>._inner_done_callback": (): void => {
      if (!outer.cancelled()) copy(inner, outer);
      else if (!logs) inner._retrieved();
    },
    "shield.<locals>._outer_done_callback": (): void => {
      if (inner.done()) return;
      inner.remove_done_callback(inner_done);
      if (!logs) return;
      // However many shields of it were cancelled, it is logged once.
      inner.remove_done_callback(_log_on_exception);
      inner.add_done_callback(_log_on_exception);
    },
    "shield.<locals>._clear_awaited_by_callback": (): void => {
      _discard_from_awaited_by(inner, task);
    },
  };
  const inner_done = named["shield.<locals>._inner_done_callback"];
  if (callGraph && task !== null) {
    _add_to_awaited_by(inner, task);
    inner.add_done_callback(named["shield.<locals>._clear_awaited_by_callback"]);
  }
  inner.add_done_callback(inner_done);
  outer.add_done_callback(named["shield.<locals>._outer_done_callback"]);
  return outer;
}

/** Gives the outcome of a future that is done to another one. */
function copy<T>(from: Future<T>, to: Future<T>): void {
  if (from.cancelled()) {
    to.cancel();
    return;
  }
  const error = from.exception();
  if (error === null) to.set_result(from.result());
  else to.set_exception(error);
}

function* _log_on_exception(future: Future): Blocking<void> {
  const exception = future.cancelled() ? null : future.exception();
  if (exception === null) return;
  const message = `${type_name(exception)} exception in shielded future`;
  yield* future.get_loop().call_exception_handler({ message, exception, future });
}
