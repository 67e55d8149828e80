/** What the compiler checks of awaits: see `interpreter/awaiting` for the two colours of a function. */
import type { Await, Awaitable, Coroutine } from "../interpreter/awaiting.js";
import type { Blocking } from "../kernel/traps.js";

export type { Await, Awaitable, Coroutine };

/** What a generator may yield. */
export type Yields<G> = G extends Generator<infer Y, unknown, unknown> ? Y : never;

/** What a generator returns. */
export type Returns<G> = G extends Generator<unknown, infer T, unknown> ? T : never;

/** Refuses a blocking function's generator where a coroutine is expected. */
export type MustAwait<G> = Await extends Yields<G> ? unknown : "TypeError: a coroutine was expected";

/** A future has the methods of a generator, but as a result it is a value like any other. */
type NotFuture<R> = R extends { readonly add_done_callback: (...args: never[]) => unknown } ? never : R;

/** Refuses coroutines and promises as the result of a callback; one that always raises, such as `sys.exit`, has no result. */
export type MustNotAwait<R> = [R] extends [never]
  ? unknown
  : Await extends Yields<NotFuture<R>>
    ? "TypeError: coroutines cannot be used as callbacks"
    : R extends PromiseLike<unknown>
      ? "TypeError: no Promise enters the simulation"
      : unknown;

/** A callback: a plain function, or a blocking one. */
export type Callback<A extends unknown[]> = (...args: A) => Blocking<unknown> | void;

/** What `await` gives. */
export type Outcome<A> = A extends Awaitable<infer T> ? T : never;

type Sent<A> = A extends { [Symbol.iterator](): Iterator<infer Y, unknown, unknown> } ? Y : never;

/** Refuses a blocking function's generator where an awaitable is expected. */
export type MustBeAwaitable<A> =
  Await extends Sent<A> ? unknown : "TypeError: An asyncio.Future, a coroutine or an awaitable is required";
