/** How callbacks are written. Mirrors `asyncio.format_helpers`, without the places in files that a simulation does not have. */
import { repr, short_repr } from "../builtins/repr.js";
import { is_partial } from "../functools.js";
import { interpreter } from "../interpreter/state.js";
import { name_of } from "../threading/thread.js";

/** A function's name, as `__qualname__`; a partial with the arguments that it has; anything else by its repr. */
function callback_name(callback: unknown, args_shown: boolean): string {
  if (is_partial(callback)) return callback_name(callback.func, args_shown) + list(args_shown ? callback.args : []);
  return name_of(callback) ?? repr(callback);
}

function list(args: readonly unknown[]): string {
  return `(${args.map((arg) => short_repr(arg)).join(", ")})`;
}

/** A callback as traces name it, which the version does not change. */
export function callback_label(callback: unknown): string {
  if (is_partial(callback)) return callback_label(callback.func);
  return `${name_of(callback)?.replace(/^.*\./, "") ?? repr(callback)}()`;
}

/**
 * A callback as asyncio's reprs write it.
 * @param args its arguments; `null` for a callback of a future, whose argument is not shown
 */
export function describe_callback(callback: unknown, args: readonly unknown[] | null): string {
  const args_shown = args !== null || interpreter().profile.callbackArgumentsShown;
  return callback_name(callback, args_shown) + list(args ?? []);
}
