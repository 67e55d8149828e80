/** Mirrors `asyncio.coroutines`: what counts as a coroutine object. */
import { is_concurrent_future } from "../concurrent/futures/_base.js";
import { interpreter } from "../interpreter/state.js";
import { Handle } from "./handle.js";

/** What marks a generator as belonging to a task, so that it cannot be given to a second one. */
export interface Owned {
  _owner?: object;
}

/** Whether something is a coroutine object: what a call of an `async def` gives, here a generator. */
export function iscoroutine(value: unknown): value is Generator<unknown, unknown, unknown> & Owned {
  if (typeof value !== "object" || value === null || value instanceof Handle || Symbol.asyncIterator in value)
    return false;
  const candidate = value as { next?: unknown; throw?: unknown; _not_a_coroutine?: true };
  return typeof candidate.next === "function" && typeof candidate.throw === "function" && !candidate._not_a_coroutine;
}

/**
 * Whether something can be awaited: coroutine objects, futures, and objects with `[Symbol.iterator]`, which stands for Python's `__await__`. Collections
 * cannot, although they have one; nor can the futures of `concurrent.futures`, whose own one is there to say so.
 * @internal
 */
export function isawaitable(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !(Symbol.iterator in value)) return false;
  const collection = Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof Map || value instanceof Set;
  return !collection && !is_concurrent_future(value);
}

/** Whether something is an `async def`, here a generator function. A blocking function is one too, and cannot be told apart. */
export function iscoroutinefunction(value: unknown): boolean {
  const run = interpreter();
  if (run.profile.iscoroutinefunctionWarns) {
    const what = "'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16";
    run.warn("DeprecationWarning", `${what}; use inspect.iscoroutinefunction() instead`);
  }
  return Object.prototype.toString.call(value) === "[object GeneratorFunction]";
}

/** The name of the function that a coroutine object came from, where it is known (see `name_generators`). */
export function coroutine_name(coro: object): string {
  const { __qualname__ } = coro as { __qualname__?: unknown };
  return typeof __qualname__ === "string" ? __qualname__ : "coroutine";
}
