/** How a future of one kind follows one of the other: the part of `asyncio.futures` and `asyncio.tasks` that crosses threads. */
import { AssertionError, BaseException, KeyboardInterrupt, SystemExit, TypeError } from "../builtins/exceptions.js";
import { repr } from "../builtins/repr.js";
import * as concurrent from "../concurrent/futures/_base.js";
import { current } from "../kernel/current.js";
import type { Blocking } from "../kernel/traps.js";
import type { Coroutine, MustAwait, Returns } from "./awaitable.js";
import type { BaseEventLoop } from "./base_events.js";
import { iscoroutine } from "./coroutines.js";
import { get_event_loop } from "./events.js";
import { CancelledError, InvalidStateError, TimeoutError } from "./exceptions.js";
import { Future, isfuture } from "./futures.js";
import { ensure_future } from "./tasks.js";

/** An exception of the concurrent kind becomes asyncio's; only the exact classes do. */
function convert(error: unknown): unknown {
  if (!(error instanceof BaseException)) return error;
  const kind: unknown = error.constructor;
  if (kind === concurrent.CancelledError) return new CancelledError(...error.args);
  if (kind === concurrent.InvalidStateError) return new InvalidStateError(...error.args);
  if (error instanceof concurrent.TimeoutError && !(error instanceof TimeoutError)) return new TimeoutError(...error.args);
  return error;
}

/** Gives the outcome of an asyncio future to a concurrent one. */
function* set_concurrent<T>(destination: concurrent.Future<T>, source: Future<T>): Blocking<void> {
  if (source.cancelled()) yield* destination.cancel();
  if (!(yield* destination.set_running_or_notify_cancel())) return;
  const error = source.exception();
  if (error === null) yield* destination.set_result(source.result());
  else yield* destination.set_exception(convert(error));
}

/** Gives the outcome of a concurrent future, which is done, to an asyncio one. */
function* _set_state<T>(destination: Future<T>, source: concurrent.Future<T>): Blocking<void> {
  if (destination.cancelled()) return;
  if (source._state !== "FINISHED") {
    destination.cancel();
    return;
  }
  const error = yield* source.exception();
  if (error === null) destination.set_result(yield* source.result());
  else destination.set_exception(convert(error));
}

/** A concurrent future follows an asyncio one; cancelling the concurrent one cancels the other. */
function* follow_task<T>(source: Future<T>, destination: concurrent.Future<T>): Blocking<void> {
  const loop = source.get_loop();
  const cancel = (): void => void source.cancel();
  yield* destination.add_done_callback(function* _call_check_cancel(): Blocking<void> {
    if (yield* destination.cancelled()) yield* loop.call_soon_threadsafe(cancel);
  });
  source.add_done_callback(function* _call_set_state(): Blocking<void> {
    yield* set_concurrent(destination, source);
  });
}

/** An asyncio future follows a concurrent one; cancelling the asyncio one cancels the other. */
function* follow_concurrent<T>(source: concurrent.Future<T>, destination: Future<T>): Blocking<void> {
  const loop = destination.get_loop();
  destination.add_done_callback(function* _call_check_cancel(): Blocking<void> {
    if (destination.cancelled()) yield* source.cancel();
  });
  yield* source.add_done_callback(function* _call_set_state(): Blocking<void> {
    // A loop that was closed meanwhile gets nothing; up to 3.9 the callback fails there, which is logged.
    if (loop.is_closed() && (destination.cancelled() || loop._interpreter.profile.minor >= 10)) return;
    yield* loop.call_soon_threadsafe(_set_state<T>, destination, source);
  });
}

/**
 * Submits a coroutine to a loop that runs in another thread.
 * @returns a future that threads can wait for
 * @throws TypeError `A coroutine object is required`
 * @throws RuntimeError `Event loop is closed`
 */
export function run_coroutine_threadsafe<G extends Coroutine<unknown>>(
  coro: G & MustAwait<G>,
  loop: BaseEventLoop,
): Blocking<concurrent.Future<Returns<G>>> {
  current().calls("asyncio.run_coroutine_threadsafe(…)");
  return submit(coro as unknown as Coroutine<Returns<G>>, loop);
}

function* submit<T>(coro: Coroutine<T>, loop: BaseEventLoop): Blocking<concurrent.Future<T>> {
  current().undriven = "";
  if (!iscoroutine(coro)) throw new TypeError("A coroutine object is required");
  const future = new concurrent.Future<T>();
  future._done.owner = loop._pipe.loop;
  yield* loop.call_soon_threadsafe(function* callback(): Blocking<void> {
    try {
      yield* follow_task(ensure_future(coro, { loop }), future);
    } catch (error) {
      const passes = error instanceof SystemExit || error instanceof KeyboardInterrupt || !(error instanceof BaseException);
      if (!passes && (yield* future.set_running_or_notify_cancel())) yield* future.set_exception(error);
      throw error;
    }
  });
  return future;
}

/** Drives a blocking function that never has to wait, with no other thread coming between. */
function atomically(body: Blocking<void>): void {
  while (body.next().done !== true);
}

/**
 * Wraps a concurrent future in an asyncio one, which can be awaited: `yield* asyncio.wrap_future(f)`.
 * @throws AssertionError `concurrent.futures.Future is expected, got …`
 */
export function wrap_future<T>(
  future: concurrent.Future<T> | Future<T>,
  options: { readonly loop?: BaseEventLoop | null } = {},
): Future<T> {
  if (isfuture(future)) return future as Future<T>;
  if (!concurrent.is_concurrent_future(future)) {
    throw new AssertionError(`concurrent.futures.Future is expected, got ${repr(future)}`);
  }
  const wrapper = (options.loop ?? get_event_loop()).create_future<T>();
  atomically(follow_concurrent(future as concurrent.Future<T>, wrapper));
  return wrapper;
}
