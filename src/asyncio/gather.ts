/** `asyncio.gather`. CPython has it in `asyncio.tasks`. */
import { NameError, type BaseException } from "../builtins/exceptions.js";
import { interpreter } from "../interpreter/state.js";
import type { Awaitable, Coroutine, MustBeAwaitable, Outcome } from "./awaitable.js";
import type { BaseEventLoop } from "./base_events.js";
import { _get_running_loop, get_event_loop } from "./events.js";
import { CancelledError } from "./exceptions.js";
import { check_message_allowed, Future, type PublicFuture } from "./futures.js";
import { _add_to_awaited_by, _discard_from_awaited_by } from "./graph.js";
import { _given_loop, _warn_of_loop, type LoopArgument } from "./loop_argument.js";
import { own_coroutine } from "./sleep.js";
import { ensure_future, Task } from "./tasks.js";

/** Python's keyword arguments of `gather`. */
export interface GatherOptions extends LoopArgument {
  /** Whether an exception of a child is a result like any other instead of ending the wait. */
  readonly return_exceptions?: boolean;
}

type Child = PublicFuture<unknown>;
type Awaitables = readonly Awaitable<unknown>[];
type EachAwaitable<A extends Awaitables> = { [K in keyof A]: A[K] & MustBeAwaitable<A[K]> };
type Results<A extends Awaitables> = { -readonly [K in keyof A]: Outcome<A[K]> };
type ResultsOrExceptions<A extends Awaitables> = { -readonly [K in keyof A]: Outcome<A[K]> | BaseException };

/**
 * Runs awaitables side by side: coroutines become tasks, in the order given. The same object given twice runs once.
 * @returns a future for the list of their results, in the order given. The first exception of a child (also a CancelledError) becomes the
 *   future's at once, while the other children go on. Cancelling the future cancels every child
 * @throws TypeError `An asyncio.Future, a coroutine or an awaitable is required`
 * @throws ValueError when a future belongs to another loop than the first one, or, from 3.14 on, than the running one
 */
export function gather<A extends Awaitables>(...aws: EachAwaitable<A>): Future<Results<A>> {
  return _gather(null, aws, false) as Future<Results<A>>;
}

/** `gather` with Python's keyword argument; with `return_exceptions` the exceptions stand among the results. */
export function gather_kw<A extends Awaitables>(
  options: { readonly return_exceptions: true },
  ...aws: EachAwaitable<A>
): Future<ResultsOrExceptions<A>>;
export function gather_kw<A extends Awaitables>(options: GatherOptions, ...aws: EachAwaitable<A>): Future<Results<A>>;
export function gather_kw(options: GatherOptions, ...aws: Awaitable<unknown>[]): Future<unknown[]> {
  const loop = _given_loop("gather", options);
  const { gatherWarnsAlways } = interpreter().profile;
  if (loop !== null && (gatherWarnsAlways || aws.length === 0)) _warn_of_loop();
  return _gather(loop, aws, options.return_exceptions ?? false);
}

/**
 * The same for a list, and for a loop that need not run.
 * @param loop where the children belong; `null` for the loop of the first one
 * @internal
 */
export function _gather(loop: BaseEventLoop | null, aws: Awaitables, return_exceptions: boolean): Future<unknown[]> {
  if (aws.length === 0) {
    const outer = (loop ?? get_event_loop()).create_future<unknown[]>();
    outer.set_result([]);
    return outer;
  }
  if (loop === null) {
    const running = _get_running_loop();
    if (running?._interpreter.profile.gatherInRunningLoop === true) loop = running;
  }
  const distinct = new Map<Awaitable<unknown>, Child>();
  const children: Child[] = [];
  let outer: _GatheringFuture | null = null;
  try {
    for (const given of aws) {
      const awaitable = own_coroutine(given);
      const known = distinct.get(awaitable);
      const child: Child = known ?? ensure_future(awaitable as Coroutine<unknown>, { loop });
      // Of a task that only this gather knows nothing is said when it is destroyed.
      if ((child as unknown) !== awaitable && child instanceof Task) child._log_destroy_pending = false;
      children.push(child);
      if (known !== undefined) continue;
      distinct.set(awaitable, child);
      loop ??= child.get_loop();
      outer ??= new _GatheringFuture(loop, children, return_exceptions);
      outer._follow(child);
    }
  } catch (error) {
    outer?._abandon();
    throw error;
  }
  outer?._begin();
  return outer as Future<unknown[]>;
}

/** The future that `gather` gives. It is never cancelled itself: cancelling it cancels the children, and they report. */
export class _GatheringFuture extends Future<unknown[]> {
  /** In the order given, duplicates included. */
  private readonly _children: readonly Child[];
  private readonly _return_exceptions: boolean;
  private readonly _done_callback: (child: Child) => void;
  /** Which task called `gather`. */
  private readonly _task = _get_running_loop()?._current_task ?? null;
  /** Those that were done before the gather began, where the version counts them at once. */
  private _done_before: Child[] = [];
  /** How many distinct children are not done. */
  private _unfinished = 0;
  private _cancel_requested = false;
  /** Whether `gather` raised after this child was taken over. */
  private _abandoned = false;

  /** @internal */
  constructor(loop: BaseEventLoop, children: readonly Child[], return_exceptions: boolean) {
    super({ loop });
    this._children = children;
    this._return_exceptions = return_exceptions;
    const callbacks = {
      "gather.<locals>._done_callback": (child: Child): void => {
        this._child_done(child);
      },
    };
    this._done_callback = callbacks["gather.<locals>._done_callback"];
  }

  /** @internal */
  _follow(child: Child): void {
    this._unfinished++;
    if (child.done() && this._loop._interpreter.profile.gatherDoneChildrenSynchronously) this._done_before.push(child);
    else {
      _add_to_awaited_by(child, this._task);
      child.add_done_callback(this._done_callback);
    }
  }

  /** All children are known. @internal */
  _begin(): void {
    for (const child of this._done_before) this._child_done(child);
    this._done_before = [];
  }

  /** @internal */
  _abandon(): void {
    this._abandoned = true;
  }

  /** @internal */
  override _kind(): string {
    return "_GatheringFuture";
  }

  /** Cancels every child. @returns whether one of them was not done */
  override cancel(msg: unknown = null): boolean {
    // This class is written in Python, and so is its refusal.
    if (arguments.length > 0)
      check_message_allowed(this._loop, "cancel() takes 1 positional argument but 2 were given");
    if (this.done()) return false;
    let cancelled = false;
    for (const child of this._children) {
      // A child that stands here twice is cancelled twice.
      if (msg === null ? child.cancel() : child.cancel(msg)) cancelled = true;
    }
    if (cancelled) this._cancel_requested = true;
    return cancelled;
  }

  private _child_done(child: Child): void {
    this._unfinished--;
    _discard_from_awaited_by(child, this._task);
    if (this._abandoned && this._loop._interpreter.profile.gatherAbandonedFails) {
      throw new NameError("free variable 'outer' referenced before assignment in enclosing scope");
    }
    if (this._abandoned || this.done()) {
      // Nobody will look at this child, so its exception counts as seen.
      child._retrieved();
      return;
    }
    if (!this._return_exceptions) {
      const error = child.cancelled() ? child._make_cancelled_error() : child.exception();
      if (error !== null) {
        this.set_exception(error);
        return;
      }
    }
    if (this._unfinished > 0) return;
    const results = this._children.map(result_or_exception);
    if (!this._cancel_requested) {
      this.set_result(results);
      return;
    }
    // The message is that of the last child in the order given, not of the last one to end.
    const last = this._children[this._children.length - 1] as Child;
    this.set_exception(last._make_cancelled_error());
  }
}

/** What stands among the results for a child. The CancelledError of a cancelled one is always a new one. */
function result_or_exception(child: Child): unknown {
  if (!child.cancelled()) return child.exception() ?? child.result();
  if (!child._loop._interpreter.profile.cancelMessages) return new CancelledError();
  return new CancelledError(child._cancellation?.message ?? "");
}
