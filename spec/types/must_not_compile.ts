// Programs that must not compile. The compiler is the test: `npm run types` fails when an error that is expected here does not come. Each
// comment says what Python would say at run time.
import { asyncio, type concurrent, print, threading, time, type Blocking, type Coroutine } from "interloop";

declare const loop: asyncio.AbstractEventLoop;
declare const future: asyncio.Future<string>;
declare const submitted: concurrent.futures.Future<string>;

function* blocking(n: number): Blocking<number> {
  yield* time.sleep(n);
  return n;
}

function* coroutine(n: number): Coroutine<number> {
  return yield* asyncio.sleep(n, n);
}

// ---- await ---------------------------------------------------------------------------------------------------------

export function* awaitInABlockingFunction(): Blocking<string> {
  // @ts-expect-error SyntaxError: 'await' outside async function
  return yield* future;
}

export function* coroutineInABlockingFunction(): Blocking<number> {
  // @ts-expect-error a coroutine is driven by a loop only
  return yield* coroutine(1);
}

export function* yieldInsteadOfAwait(): Coroutine<void> {
  // @ts-expect-error RuntimeError: yield was used instead of yield from
  yield future;
}

export function* yieldedPromise(): Coroutine<void> {
  // @ts-expect-error RuntimeError: Task got bad yield
  yield Promise.resolve(1);
}

export function* yieldedNumber(): Coroutine<void> {
  // @ts-expect-error RuntimeError: Task got bad yield: 42
  yield 42;
}

export function* awaitedConcurrentFuture(): Coroutine<string> {
  // @ts-expect-error TypeError: object Future can't be used in 'await' expression
  return yield* submitted;
}

// ---- where a coroutine is expected -----------------------------------------------------------------------------------

// @ts-expect-error TypeError: a coroutine was expected
asyncio.create_task(blocking(1));
// @ts-expect-error TypeError: a coroutine was expected, got 42
asyncio.create_task(42);
// @ts-expect-error TypeError: a coroutine was expected, got <function coroutine at …>
asyncio.create_task(coroutine);
// @ts-expect-error TypeError: a coroutine was expected
asyncio.create_task(Promise.resolve(1));
// @ts-expect-error ValueError: a coroutine was expected
void asyncio.run(blocking(1));
// @ts-expect-error TypeError: A coroutine object is required
void asyncio.run_coroutine_threadsafe(blocking(1), loop);
// @ts-expect-error TypeError: A coroutine object is required
void asyncio.run_coroutine_threadsafe(coroutine, loop);

// ---- where a callback is expected ------------------------------------------------------------------------------------

// @ts-expect-error RuntimeWarning: coroutine 'coroutine' was never awaited
loop.call_soon(coroutine, 1);
// @ts-expect-error RuntimeWarning: coroutine 'coroutine' was never awaited
loop.call_later(1, coroutine, 1);
// @ts-expect-error RuntimeWarning: coroutine 'coroutine' was never awaited
loop.call_at(1, coroutine, 1);
// @ts-expect-error RuntimeWarning: coroutine 'coroutine' was never awaited
void loop.call_soon_threadsafe(coroutine, 1);
// @ts-expect-error no Promise enters the simulation
loop.call_soon(() => Promise.resolve(1));
// @ts-expect-error TypeError: blocking() takes 1 positional argument but 2 were given
loop.call_soon(blocking, 1, 2);
// @ts-expect-error TypeError: missing 1 required positional argument
loop.call_soon(blocking);
// @ts-expect-error TypeError: delay must not be None
loop.call_later(null, () => undefined);

// ---- threads ---------------------------------------------------------------------------------------------------------

// @ts-expect-error RuntimeWarning: coroutine 'coroutine' was never awaited
new threading.Thread({ target: coroutine, args: [1] });
// @ts-expect-error TypeError: missing 1 required positional argument
new threading.Thread({ target: blocking });
// @ts-expect-error TypeError: 'int' object is not callable
new threading.Thread({ target: 3 });

// ---- results ---------------------------------------------------------------------------------------------------------

export function* resultsHaveTheirTypes(): Coroutine<void> {
  const task = asyncio.create_task(coroutine(1));
  const n: number = yield* task;
  yield* print(n);
  // @ts-expect-error the task's result is a number
  const text: string = yield* task;
  yield* print(text);
  // @ts-expect-error a future of strings takes no number
  future.set_result(1);
}

// ---- what is right compiles ------------------------------------------------------------------------------------------

export function* blockingInACoroutine(): Coroutine<number> {
  return yield* blocking(1); // stalls the whole loop, as in Python
}
loop.call_soon(blocking, 1);
loop.call_soon(() => undefined);
new threading.Thread({ target: blocking, args: [1] });
new threading.Thread({ target: loop.run_forever });
export const sleeping: asyncio.Task<void> = asyncio.create_task(asyncio.sleep(1));
