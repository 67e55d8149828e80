/** Mirrors Python's `functools`, as far as callbacks need it. */
import { repr } from "./builtins/repr.js";

/** What `partial` gives: a function that knows what it calls, so that a repr can show it. */
export interface Partial<A extends unknown[], R> {
  (...args: A): R;
  readonly func: (...args: never[]) => R;
  readonly args: readonly unknown[];
}

/** What `partial` gave, to tell it from other functions. */
const partials = new WeakSet();

/**
 * A function with its first arguments given already; given a `partial`, it goes on from there.
 * @param func what it calls
 * @param given the first arguments
 */
export function partial<G extends unknown[], A extends unknown[], R>(
  func: (...args: [...G, ...A]) => R,
  ...given: G
): Partial<A, R> {
  const call = (...args: A): R => func(...given, ...args);
  const flat: Pick<Partial<A, R>, "func" | "args"> = is_partial(func)
    ? { func: func.func as (...args: never[]) => R, args: [...func.args, ...given] }
    : { func: func as unknown as (...args: never[]) => R, args: given };
  const made = Object.assign(call, flat);
  const __repr__ = (): string => `functools.partial(${[flat.func, ...flat.args].map((each) => repr(each)).join(", ")})`;
  Object.defineProperty(made, "__repr__", { value: __repr__ });
  partials.add(made);
  return made;
}

/** Whether something came from `partial`. @internal */
export function is_partial(value: unknown): value is Partial<unknown[], unknown> {
  return typeof value === "function" && partials.has(value);
}
