/** How callbacks are written. Mirrors `asyncio.format_helpers`, without the places in files that a simulation does not have. */
import { repr, short_repr } from "../builtins/repr.js";
import { name_of } from "../threading/thread.js";

/** A function's name, as `__qualname__`; anything else by its repr. */
export function callback_name(callback: unknown): string {
  return name_of(callback) ?? repr(callback);
}

/**
 * A callback as asyncio's reprs write it.
 * @param args its arguments; `null` for a callback of a future, whose argument is not shown
 */
export function describe_callback(callback: unknown, args: readonly unknown[] | null): string {
  return `${callback_name(callback)}(${(args ?? []).map((arg) => short_repr(arg)).join(", ")})`;
}
