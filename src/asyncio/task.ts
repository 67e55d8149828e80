/** `asyncio.Task`: a future that drives a coroutine. */
import { BaseException, RecursionError, RuntimeError, StopIteration, TypeError } from "../builtins/exceptions.js";
import { close_freed } from "../builtins/freed.js";
import { mark_raised } from "../builtins/raise.js";
import { repr, str, type_name } from "../builtins/repr.js";
import type { Context } from "../contextvars.js";
import { type Bindings, type EnteredContext } from "../interpreter/state.js";
import { Operation } from "../kernel/operation.js";
import type { Blocking } from "../kernel/traps.js";
import type { Coroutine } from "./awaitable.js";
import type { BaseEventLoop } from "./base_events.js";
import { awaits, CANCELLED, FAILED, FINISHED, FutureBase, PENDING, type Waiter } from "./base_futures.js";
import { coroutine_name, iscoroutine, type Owned } from "./coroutines.js";
import { get_event_loop } from "./events.js";
import { report_failed_step, report_taken_context } from "./failed_step.js";
import { ReusedCoroutine } from "./reused.js";
import { own_coroutine } from "./sleep.js";
import { begins_at_once, coro_of_forgotten, FORGOTTEN, start_eagerly } from "./eager_start.js";
import { CancelledError, InvalidStateError } from "./exceptions.js";
import { check_message_allowed, PublicFuture } from "./futures.js";
import { enter, leave, leaves_loop } from "./handle.js";
import { _context_of_task } from "./task_context.js";
import { check_task_options, type TaskOptions } from "./task_options.js";

type Step = IteratorResult<unknown, unknown>;

/**
 * A coroutine on its way through a loop. Mirrors `asyncio.Task`.
 * invariant: either `_fut_waiter` is null and a step is in the ready queue or running, or it is the future whose completion will queue the step
 */
export class Task<T = unknown> extends PublicFuture<T> implements Waiter {
  private readonly _coro: Coroutine<T> & Owned;
  /** @internal */
  _fut_waiter: FutureBase<unknown> | null = null;
  /** A cancellation that the next step is to throw. */
  private _must_cancel = false;
  /** What the next step is to throw; `undefined` for nothing. */
  private _throw: unknown = undefined;
  private _num_cancels_requested = 0;
  /** A number stands for the name `Task-N`. */
  private _name: number | string;
  /** @internal */
  _vars: Bindings;
  /** @internal */
  _context: EnteredContext | null;
  /** Whether to complain when it is freed before it is done. @internal */
  _log_destroy_pending = true;
  /** The neighbours in the loop's list of tasks. @internal */
  _next: Task | null = null;
  /** @internal */
  _previous: Task | null = null;

  /**
   * Its first step runs in the next iteration.
   * @param coro a coroutine object
   * @param options Python's keyword arguments
   * @param loop_of_factory the loop, when a loop makes its own task
   * @throws TypeError `a coroutine was expected, got …`, and for keywords that the version has not
   */
  constructor(coro: Coroutine<T>, options: TaskOptions | null = null, loop_of_factory: BaseEventLoop | null = null) {
    super(loop_of_factory ?? options?.loop ?? get_event_loop());
    if (options !== null) check_task_options(this._loop._interpreter.profile, options);
    if (!iscoroutine(coro)) throw new TypeError(`a coroutine was expected, got ${repr(coro)}`);
    const loop = this._loop;
    const owned = own_coroutine(coro) as Coroutine<T> & Owned;
    this._coro = owned._owner === undefined ? owned : new ReusedCoroutine<T>(owned);
    owned._owner ??= this;
    const name = options?.name ?? null;
    this._name = name === null ? ++loop._interpreter.taskNumber : str(name);
    this._context = options?.context ?? null;
    this._vars = loop._vars();
    const eager = options?.eager_start === true && begins_at_once(loop, loop_of_factory ?? options.loop);
    if (loop._observer !== null) loop._observer.note("task.create", 0, { task: this.get_name() });
    this._register();
    if (eager) start_eagerly(this, loop);
    else loop._enqueue(this);
  }

  // ---- what users see ----------------------------------------------------------------------------------------------

  /** Its name: `Task-N` unless one was given. */
  get_name(): string {
    return typeof this._name === "number" ? `Task-${String(this._name)}` : this._name;
  }

  set_name(name: unknown): void {
    this._name = str(name);
  }

  /** The coroutine that it drives; `null` when it has ended in its first eager step (3.13 and later). */
  get_coro(): Coroutine<T> | null {
    if ((this._coro as object) === FORGOTTEN) return coro_of_forgotten(this._loop);
    return this._coro instanceof ReusedCoroutine ? (this._coro.coroutine as Coroutine<T>) : this._coro;
  }

  /** The context that it runs in (3.12 and later). @throws AttributeError before */
  get_context(): Context {
    return _context_of_task(this);
  }

  /** @throws RuntimeError `Task does not support set_result operation` */
  set_result(_result: unknown): never {
    throw new RuntimeError("Task does not support set_result operation");
  }

  /** @throws RuntimeError `Task does not support set_exception operation` */
  set_exception(_exception: unknown): never {
    throw new RuntimeError("Task does not support set_exception operation");
  }

  /**
   * Asks for a CancelledError to be thrown into the coroutine at its next step. The coroutine may catch it.
   * @param msg for the CancelledError (3.9 and later)
   * @returns whether it was not done
   */
  override cancel(msg: unknown = null): boolean {
    if (arguments.length > 0) check_message_allowed(this._loop);
    this._retrieved();
    if (this._state !== PENDING) return false;
    this._num_cancels_requested++;
    this._loop._observer?.note("task.cancel", 0, { task: this.get_name() });
    const waiter = this._fut_waiter;
    // The wake-up clears `_fut_waiter`: until then, cancelling what it waits for is enough.
    if (waiter !== null && cancel_with(waiter, msg)) return true;
    this._must_cancel = true;
    this._cancellation = { message: msg, error: null };
    return true;
  }

  /**
   * How many cancellations were asked for and not taken back (3.11 and later).
   * @throws AttributeError before
   */
  cancelling(): number {
    this._loop._interpreter.requires("cancellingCount", "_asyncio.Task", "cancelling");
    return this._num_cancels_requested;
  }

  /**
   * Takes one cancellation back (3.11 and later). From 3.13 on, taking back the last one also withdraws one that was not delivered yet.
   * @returns how many are left
   * @throws AttributeError before 3.11
   */
  uncancel(): number {
    const run = this._loop._interpreter;
    run.requires("cancellingCount", "_asyncio.Task", "uncancel");
    if (this._num_cancels_requested > 0) {
      this._num_cancels_requested--;
      if (this._num_cancels_requested === 0 && run.profile.uncancelWithdraws) this._must_cancel = false;
    }
    return this._num_cancels_requested;
  }

  /** @internal */
  _forget_coro(): void {
    (this as unknown as { _coro: object })._coro = FORGOTTEN;
  }

  // ---- the step ----------------------------------------------------------------------------------------------------

  /** One entry of the ready queue: the first step, a step after a bare yield, or the wake-up by a future. @internal */
  _run(loop: BaseEventLoop): Operation | null {
    if (this._context?.entered === true) return report_taken_context(loop, this, this._context);
    const waiter = this._fut_waiter;
    let error = this._throw;
    if (waiter !== null) {
      if (waiter._state === CANCELLED) error = waiter._make_cancelled_error();
      else if (waiter._state === FAILED) {
        waiter._retrieved();
        error = waiter._value;
      }
    }
    this._throw = undefined;
    if (this._state !== PENDING) {
      const message = `_step(): already done: ${repr(this)}, ${repr(error ?? null)}`;
      loop._report({ message: "Exception in callback Task.task_step", exception: new InvalidStateError(message) });
      return null;
    }
    if (this._must_cancel) {
      if (!(error instanceof CancelledError)) error = this._make_cancelled_error();
      this._must_cancel = false;
    }
    this._fut_waiter = null;
    enter(loop._state, this._vars, this._context);
    loop._current_task = this;
    let step: Step;
    try {
      step = error === undefined ? this._coro.next() : this._coro.throw(error);
    } catch (raised) {
      this._ended_by(loop, raised);
      return null;
    }
    return this._settle(loop, step);
  }

  /** Goes on after an operation of the thread. @internal */
  _resume(loop: BaseEventLoop): Operation | null {
    let step: Step;
    try {
      step = this._coro.next();
    } catch (raised) {
      this._ended_by(loop, raised);
      return null;
    }
    return this._settle(loop, step);
  }

  /** Does what the coroutine asked for by what it yielded or returned. */
  private _settle(loop: BaseEventLoop, step: Step): Operation | null {
    const value = step.value;
    if (step.done === true) {
      this._leave(loop);
      this._unregister();
      if (this._must_cancel) {
        this._must_cancel = false;
        this._complete(CANCELLED, undefined);
      } else {
        this._complete(FINISHED, value);
      }
      return null;
    }
    if (value === null) {
      this._leave(loop);
      loop._enqueue(this);
      return null;
    }
    if (step === (awaits as Step)) {
      this._leave(loop);
      this._wait_for(loop, value as FutureBase<unknown>);
      return null;
    }
    if (value instanceof Operation) return value;
    this._leave(loop);
    this._step_with(loop, this._bad_yield(value));
    return null;
  }

  private _wait_for(loop: BaseEventLoop, future: FutureBase<unknown>): void {
    if (future._loop !== loop) {
      const text = `Task ${repr(this)} got Future ${repr(future)} attached to a different loop`;
      future._leave_marked();
      this._step_with(loop, new RuntimeError(text));
    } else if ((future as unknown) === this) {
      future._leave_marked();
      this._step_with(loop, new RuntimeError(`Task cannot await on itself: ${repr(this)}`));
    } else {
      future._add(this);
      this._fut_waiter = future;
      if (this._must_cancel) this._pass_cancellation(loop, future);
    }
  }

  /** A cancellation that came before the coroutine waited goes on to what it waits for. */
  private _pass_cancellation(loop: BaseEventLoop, future: FutureBase<unknown>): void {
    try {
      if (cancel_with(future, this._cancellation?.message ?? null)) this._must_cancel = false;
    } catch (error) {
      if (leaves_loop(error)) throw error;
      report_failed_step(loop, this, error as BaseException);
    }
  }

  private _bad_yield(value: unknown): RuntimeError {
    if (value instanceof FutureBase) {
      const text = `yield was used instead of yield from in task ${repr(this)} with ${repr(value)}`;
      return new RuntimeError(text);
    }
    if (iscoroutine(value)) {
      const text = `yield was used instead of yield from for generator in task ${repr(this)} with ${repr(value)}`;
      return new RuntimeError(text);
    }
    return new RuntimeError(`Task got bad yield: ${repr(value)}`);
  }

  /** Queues a step that throws. */
  private _step_with(loop: BaseEventLoop, error: unknown): void {
    this._throw = error;
    loop._enqueue(this);
  }

  /** An exception left the coroutine. */
  private _ended_by(loop: BaseEventLoop, raised: unknown): void {
    this._leave(loop);
    if (!(raised instanceof BaseException)) loop._kernel.crash(raised);
    this._unregister();
    mark_raised(raised);
    if (raised instanceof CancelledError) {
      // The message of `cancel(msg)` is in the exception by now; what is made after it has none.
      this._cancellation = { message: null, error: raised };
      this._complete(CANCELLED, undefined);
    } else {
      this._fail(raised instanceof StopIteration ? stop_iteration(raised) : raised);
      if (leaves_loop(raised)) throw raised;
    }
  }

  private _leave(loop: BaseEventLoop): void {
    const state = loop._state;
    const context = state.context;
    loop._current_task = null;
    if (context === null) {
      this._vars = state.bindings;
      return;
    }
    this._context = context;
    leave(state);
  }

  // ---- the loop's list of tasks ------------------------------------------------------------------------------------

  private _register(): void {
    const loop = this._loop;
    const self = this as unknown as Task;
    const last = loop._last_task;
    if (last === null) loop._first_task = self;
    else last._next = self;
    this._previous = last;
    loop._last_task = self;
  }

  private _unregister(): void {
    const loop = this._loop;
    if (this._previous === null) loop._first_task = this._next;
    else this._previous._next = this._next;
    if (this._next === null) loop._last_task = this._previous;
    else this._next._previous = this._previous;
    this._next = null;
    this._previous = null;
  }

  /** What happens to a task that is freed before it is done: its coroutine is closed. @internal */
  *_destroy(): Blocking<void> {
    const loop = this._loop;
    this._unregister();
    if (this._log_destroy_pending) {
      yield* loop.call_exception_handler({ task: this, message: "Task was destroyed but it is pending!" });
    }
    yield* close_freed(loop._kernel, this._coro, this._coro, "coroutine");
  }

  // ---- how it reads ------------------------------------------------------------------------------------------------

  /** @internal */
  _kind(): string {
    return type_name(this);
  }

  /** @internal */
  _label(): string {
    return this.get_name();
  }

  override _future_label(): string {
    return this.get_name();
  }

  /** @internal */
  _slow_name(): string {
    return repr(this);
  }

  /** @internal */
  override _repr_info(): string[] {
    const info = super._repr_info();
    const { profile } = this._loop._interpreter;
    // What was never delivered is still shown when the task has ended, where the version goes by that.
    const requested = this._state === PENDING && this._num_cancels_requested > 0;
    if (profile.reprCancellingByCount ? requested : this._must_cancel) info[0] = "cancelling";
    info.splice(1, 0, `name=${repr(this.get_name())}`);
    if ((this._coro as object) !== FORGOTTEN) info.splice(2, 0, `coro=<${coroutine_name(this._coro)}()>`);
    if (this._fut_waiter !== null) info.splice(3, 0, `wait_for=${repr(this._fut_waiter)}`);
    return info;
  }
}

/** Cancels a future with a message, if there is one: in 3.8 the argument is refused. */
function cancel_with(future: FutureBase<unknown>, msg: unknown): boolean {
  // Tasks that wait for each other in a ring would go round for ever.
  if (depth >= MAX_DEPTH) throw new RecursionError("maximum recursion depth exceeded while calling a Python object");
  depth++;
  try {
    return msg === null ? future.cancel() : future.cancel(msg);
  } finally {
    depth--;
  }
}

/** How deep a chain of tasks that wait for each other may be when it is cancelled: Python's recursion limit, less what is on the stack anyway. */
const MAX_DEPTH = 992;
let depth = 0;

/** What Python makes of a StopIteration that leaves a coroutine. */
function stop_iteration(raised: StopIteration): RuntimeError {
  const error = new RuntimeError("coroutine raised StopIteration");
  error.__cause__ = raised;
  error.__context__ = raised;
  mark_raised(error);
  return error;
}
