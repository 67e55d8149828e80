/**
 * The two colours of a function. Python's `async def` is a generator function whose yield type includes {@link Await};
 * a plain `def` that may block yields {@link Syscall} only. The compiler proves that every await is answered by a loop.
 */
import type { Syscall } from "../kernel/traps.js";

declare const brand: unique symbol;

/** What `await` sends to the loop. Only the library makes one, so a bare `yield` of a future does not compile. */
export interface Await {
  readonly [brand]: "Await";
}

/** An `async def`: everything that a blocking function may do, and `yield*` of futures and other coroutines. */
export type Coroutine<T> = Generator<Syscall | Await, T, unknown>;

/** What `await` takes: a coroutine object, a future or a task. */
export interface Awaitable<T> {
  [Symbol.iterator](): Iterator<Syscall | Await, T, unknown>;
}
