/** How a future of one kind follows one of the other: the part of `asyncio.futures` and `asyncio.tasks` that crosses threads. */
import {
  AssertionError,
  AttributeError,
  BaseException,
  except,
  RuntimeError,
  TypeError,
} from "../builtins/exceptions.js";
import { repr, type_name } from "../builtins/repr.js";
import * as concurrent from "../concurrent/futures/_base.js";
import { interpreter } from "../interpreter/state.js";
import { current } from "../kernel/current.js";
import { AT_ONCE, type Kernel } from "../kernel/kernel.js";
import type { Blocking } from "../kernel/traps.js";
import type { Coroutine, MustAwait, Returns } from "./awaitable.js";
import type { BaseEventLoop } from "./base_events.js";
import { iscoroutine } from "./coroutines.js";
import { get_event_loop } from "./events.js";
import { CancelledError, InvalidStateError, TimeoutError } from "./exceptions.js";
import { FINISHED } from "./base_futures.js";
import { type Future, isfuture } from "./futures.js";
import { leaves_loop } from "./handle.js";
import { ensure_future } from "./tasks.js";

/** An exception of the concurrent kind becomes asyncio's; only the exact classes do. */
function convert(error: unknown): unknown {
  if (!(error instanceof BaseException)) return error;
  const kind: unknown = error.constructor;
  if (kind === concurrent.CancelledError) return new CancelledError(...error.args);
  if (kind === concurrent.InvalidStateError) return new InvalidStateError(...error.args);
  // Where the classes are one and it is converted all the same, a new exception comes out, without the old one's cause.
  const late = interpreter().profile.convertsTimeoutErrors && (error as unknown) instanceof concurrent.TimeoutError;
  return late && kind === new concurrent.TimeoutError().constructor ? new TimeoutError(...error.args) : error;
}

/** Gives the outcome of an asyncio future, which is done, to a concurrent one. */
function copy_to_concurrent<T>(destination: concurrent.Future<T>, source: Future<T>): Blocking<void> | void {
  if (source._state === FINISHED && destination._completeAtOnce(source._loop._kernel, source._value as T, null)) return;
  return copy_step_by_step(destination, source);
}

function* copy_step_by_step<T>(destination: concurrent.Future<T>, source: Future<T>): Blocking<void> {
  if (source.cancelled()) yield* destination.cancel();
  if (!(yield* destination.set_running_or_notify_cancel())) return;
  const error = source.exception();
  if (error === null) yield* destination.set_result(source.result());
  else yield* destination.set_exception(convert(error));
}

/** Gives the outcome of a concurrent future, which is done, to an asyncio one. */
function _set_state<T>(destination: Future<T>, source: concurrent.Future<T>): void {
  if (destination.cancelled()) return;
  if (source._state !== "FINISHED") destination.cancel();
  else if (source._exception === null) destination.set_result(source._result as T);
  else destination.set_exception(convert(source._exception));
}

/** Cancels a task when the concurrent future that follows it is cancelled. */
class CancelTask<T> extends concurrent.Follower<T> {
  private readonly _task: Future<T>;

  constructor(task: Future<T>) {
    super();
    this._task = task;
  }

  *follow(_kernel: Kernel, future: concurrent.Future<T>): Blocking<void> {
    const task = this._task;
    if (yield* future.cancelled()) yield* task.get_loop().call_soon_threadsafe(cancel, task);
  }

  followAtOnce(kernel: Kernel, future: concurrent.Future<T>): void {
    kernel.credit--;
    const loop = this._task.get_loop();
    if (future._state.startsWith("CANCELLED")) loop._submit_at_once(cancel, [this._task], null);
  }
}

function cancel(future: Future): void {
  future.cancel();
}

/** Gives an asyncio future the outcome of a concurrent one, from the thread that completes it. */
class CopyToLoop<T> extends concurrent.Follower<T> {
  private readonly _destination: Future<T>;

  constructor(destination: Future<T>) {
    super();
    this._destination = destination;
  }

  /** A loop that was closed meanwhile gets nothing; up to 3.9 the callback fails there, which is logged. */
  private _dropped(loop: BaseEventLoop): boolean {
    return loop.is_closed() && (this._destination.cancelled() || loop._interpreter.profile.closedLoopDropsResults);
  }

  *follow(_kernel: Kernel, future: concurrent.Future<T>): Blocking<void> {
    const loop = this._destination.get_loop();
    if (!this._dropped(loop)) yield* loop.call_soon_threadsafe(_set_state<T>, this._destination, future);
  }

  followAtOnce(kernel: Kernel, future: concurrent.Future<T>): void {
    const loop = this._destination.get_loop();
    if (this._dropped(loop)) return;
    try {
      loop._submit_at_once(_set_state, [this._destination, future], null);
    } catch (error) {
      kernel.credit -= 2;
      loop._interpreter.stderr.append(kernel, future._complaint(except(error, RuntimeError)));
    }
  }
}

/** A concurrent future follows a task; cancelling the concurrent one cancels the task. */
function follow_task<T>(source: Future<T>, destination: concurrent.Future<T>): Blocking<void> | void {
  const kernel = source._loop._kernel;
  // The repr of the task shows this name.
  const named = {
    "_chain_future.<locals>._call_set_state": (): Blocking<void> | void => copy_to_concurrent(destination, source),
  };
  const copy = named["_chain_future.<locals>._call_set_state"];
  if (kernel.credit <= AT_ONCE || destination._done.open) return follow_step_by_step(source, destination, copy);
  destination._addAtOnce(kernel, new CancelTask(source));
  source.add_done_callback(copy);
}

function* follow_step_by_step<T>(
  source: Future<T>,
  destination: concurrent.Future<T>,
  copy: () => Blocking<void> | void,
): Blocking<void> {
  yield* destination._add(source._loop._kernel, new CancelTask(source));
  source.add_done_callback(copy);
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
  const kernel = current();
  if (!iscoroutine(coro)) throw new TypeError("A coroutine object is required");
  // The arguments are easily swapped, and the loop may never have been made.
  if ((loop as BaseEventLoop | null)?._pipe === undefined) {
    throw new AttributeError(`'${type_name(loop)}' object has no attribute 'call_soon_threadsafe'`);
  }
  const own = coro as unknown as Coroutine<Returns<G>>;
  const future = new concurrent.Future<Returns<G>>();
  future._done.owner = loop._pipe.loop;
  const callback = (): Blocking<void> | void => start(kernel, own, loop, future);
  if (kernel.credit > AT_ONCE) {
    loop._submit_at_once(callback, [], null);
    return kernel.did(NAME, future);
  }
  kernel.calls(NAME);
  return submit(kernel, loop, callback, future);
}

/** How the call is named to somebody who forgot to drive it. */
const NAME = "asyncio.run_coroutine_threadsafe(…)";

function* submit<T>(
  kernel: Kernel,
  loop: BaseEventLoop,
  callback: () => Blocking<void> | void,
  future: concurrent.Future<T>,
): Blocking<concurrent.Future<T>> {
  kernel.undriven = "";
  yield* loop._submit(callback, [], null);
  return future;
}

/** What the loop's thread does first: it makes the task, and ties it to the future that the submitter has. */
function start<T>(
  kernel: Kernel,
  coro: Coroutine<T>,
  loop: BaseEventLoop,
  future: concurrent.Future<T>,
): Blocking<void> | void {
  try {
    return follow_task(ensure_future(coro, { loop }), future);
  } catch (error) {
    if (leaves_loop(error)) throw error;
    return fail_to_start(kernel, error, future);
  }
}

function* fail_to_start<T>(kernel: Kernel, error: unknown, future: concurrent.Future<T>): Blocking<void> {
  if (yield* future._set_running(kernel)) yield* future.set_exception(error);
  throw error;
}

/** Adds a callback to a concurrent future with no other thread coming between: part of what the thread does already, and no step of its own. */
function add_atomically<T>(kernel: Kernel, source: concurrent.Future<T>, follower: concurrent.Follower<T>): void {
  const { credit } = kernel;
  if (credit > AT_ONCE) source._addAtOnce(kernel, follower);
  else for (const adding = source._add(kernel, follower); adding.next().done !== true;);
  kernel.credit = credit;
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
  const source = future as concurrent.Future<T>;
  const named = {
    "_chain_future.<locals>._call_check_cancel": () => (wrapper.cancelled() ? source.cancel() : undefined),
  };
  wrapper.add_done_callback(named["_chain_future.<locals>._call_check_cancel"]);
  const { _kernel: kernel } = wrapper.get_loop();
  add_atomically(kernel, source, new CopyToLoop(wrapper));
  return wrapper;
}
