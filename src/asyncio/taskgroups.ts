/** Mirrors `asyncio.taskgroups` (3.11 and later). `async with asyncio.TaskGroup() as tg:` is written `yield* new asyncio.TaskGroup().with(function* (tg) { … })`. */
import {
  AssertionError,
  AttributeError,
  BaseException,
  KeyboardInterrupt,
  RuntimeError,
  SystemExit,
} from "../builtins/exceptions.js";
import { BaseExceptionGroup } from "../builtins/exception_group.js";
import { mark_raised, set_context } from "../builtins/raise.js";
import { repr } from "../builtins/repr.js";
import { interpreter } from "../interpreter/state.js";
import type { Profile } from "../interpreter/profile.js";
import type { Blocking } from "../kernel/traps.js";
import type { Coroutine, MustAwait, Returns } from "./awaitable.js";
import type { BaseEventLoop } from "./base_events.js";
import { get_running_loop } from "./events.js";
import { CancelledError } from "./exceptions.js";
import type { Future } from "./futures.js";
import { _add_to_awaited_by, _discard_from_awaited_by } from "./graph.js";
import { own_coroutine } from "./sleep.js";
import type { Task } from "./task.js";
import { _set_task_name } from "./task_factories.js";
import { check_create_task_options, type TaskOptions } from "./task_options.js";

/** The exceptions that end a program rather than a group. */
function is_base_error(error: unknown): boolean {
  return error instanceof SystemExit || error instanceof KeyboardInterrupt;
}

/** Tasks that belong together: the block ends when all of them have, and the first failure cancels the rest. Mirrors `asyncio.TaskGroup`. */
export class TaskGroup {
  private _entered = false;
  private _exiting = false;
  private _aborting = false;
  private _loop: BaseEventLoop | null = null;
  private _parent_task: Task | null = null;
  private _parent_cancel_requested = false;
  /** Python's set, in order of creation. */
  private readonly _tasks = new Set<Task>();
  private _errors: BaseException[] = [];
  private _base_error: BaseException | null = null;
  private _on_completed_fut: Future<boolean> | null = null;
  private readonly _on_task_done: (task: Task) => Blocking<void> | void;

  /** @throws AttributeError `module 'asyncio' has no attribute 'TaskGroup'` before 3.11 */
  constructor() {
    if (!interpreter().profile.taskGroups) throw new AttributeError("module 'asyncio' has no attribute 'TaskGroup'");
    const callbacks = { "TaskGroup._on_task_done": (task: Task): Blocking<void> | void => this._task_done(task) };
    this._on_task_done = callbacks["TaskGroup._on_task_done"];
  }

  /**
   * Python's `async with`: runs the block, then waits for all tasks.
   * @param body the block; it is given the group
   * @returns what the block returns
   * @throws BaseExceptionGroup `unhandled errors in a TaskGroup`, of what the tasks and the block raised, in the order of their ends
   * @throws RuntimeError `TaskGroup … has already been entered`, or `TaskGroup … cannot determine the parent task`
   */
  *with<T>(body: (group: this) => Coroutine<T>): Coroutine<T> {
    this._enter();
    let result: T;
    try {
      result = yield* body(this);
    } catch (error) {
      if (!(error instanceof BaseException)) throw error;
      mark_raised(error);
      yield* this._exit(error);
      throw error;
    }
    yield* this._exit(null);
    return result;
  }

  /**
   * Makes a task of the group.
   * @param coro a coroutine object
   * @param options Python's keyword arguments: `name` and `context`; from 3.14 on all that the loop's task factory takes
   * @throws RuntimeError `TaskGroup … has not been entered`, `… is finished`, or `… is shutting down`
   */
  create_task<G extends Coroutine<unknown>>(
    coro: G & MustAwait<G>,
    options: TaskOptions | null = null,
  ): Task<Returns<G>> {
    const { profile } = interpreter();
    if (options !== null) check_create_task_options(profile, options, "TaskGroup.create_task");
    const refusal = this._refusal();
    if (refusal !== null) {
      if (profile.groupClosesRefused) own_coroutine(coro as Coroutine<unknown>).return(undefined);
      throw new RuntimeError(`TaskGroup ${repr(this)} ${refusal}`);
    }
    const task = this._make(coro as unknown as Coroutine<Returns<G>>, options);
    _add_to_awaited_by(task, this._parent_task);
    // A task that began at once can be done by now.
    if (profile.groupHandlesDoneAtOnce && task.done()) {
      const told = this._on_task_done(task);
      if (told !== undefined) this._drive(told);
      return task;
    }
    this._tasks.add(task);
    task.add_done_callback(this._on_task_done);
    return task;
  }

  private _refusal(): string | null {
    if (!this._entered) return "has not been entered";
    if (this._exiting && this._tasks.size === 0) return "is finished";
    return this._aborting ? "is shutting down" : null;
  }

  private _make<T>(coro: Coroutine<T>, options: TaskOptions | null): Task<T> {
    const loop = this._loop as BaseEventLoop;
    const name = options?.name ?? null;
    if (!loop._interpreter.profile.namedTaskTakesNumber || name === null) return loop.create_task(coro, options);
    // As in `asyncio.create_task`, the task has a default name first.
    const task = loop.create_task(coro, { ...options, name: null });
    _set_task_name(task, name);
    return task;
  }

  /** What the loop is told, in the middle of a plain function. */
  private _drive(told: Blocking<void>): void {
    const { _kernel: kernel } = this._loop as BaseEventLoop;
    for (let step = told.next(); step.done !== true; step = told.next()) kernel.pause(step.value);
  }

  // ---- the block ---------------------------------------------------------------------------------------------------

  private _enter(): void {
    if (this._entered) throw new RuntimeError(`TaskGroup ${repr(this)} has already been entered`);
    this._loop ??= get_running_loop();
    this._parent_task = this._loop._current_task;
    if (this._parent_task === null) throw new RuntimeError(`TaskGroup ${repr(this)} cannot determine the parent task`);
    this._entered = true;
  }

  /** @param exc what has left the block */
  private *_exit(exc: BaseException | null): Coroutine<void> {
    const { profile } = interpreter();
    try {
      yield* this._wait_and_raise(exc, profile);
    } finally {
      if (profile.groupForgetsAtExit) {
        this._parent_task = null;
        this._errors = [];
        this._base_error = null;
      }
    }
  }

  private *_wait_and_raise(exc: BaseException | null, profile: Profile): Coroutine<void> {
    this._exiting = true;
    if (is_base_error(exc)) this._base_error ??= exc;
    const cancelled = profile.groupTakesCancelledClassOnly
      ? exc?.constructor === CancelledError
      : exc instanceof CancelledError;
    let propagated = cancelled ? exc : null;
    if (profile.groupUncancelsAtExit && this._uncancels()) propagated = null;
    if (exc !== null && !this._aborting) this._abort();
    const during = yield* this._all_done();
    propagated = during ?? propagated;
    if (this._base_error !== null) throw this._raised(this._base_error, exc);
    if (!profile.groupUncancelsAtExit && this._uncancels()) propagated = null;
    // A cancellation is less than errors are.
    if (propagated !== null && this._errors.length === 0) throw this._raised(propagated, exc);
    if (exc !== null && !cancelled) this._errors.push(exc);
    if (this._errors.length === 0) return;
    const parent = this._parent_task as Task;
    if (!profile.groupUncancelsAtExit && parent.cancelling() > 0) {
      parent.uncancel();
      parent.cancel();
    }
    const group = new BaseExceptionGroup("unhandled errors in a TaskGroup", this._errors);
    this._errors = [];
    group.__cause__ = null;
    group.__suppress_context__ = true;
    throw this._raised(group, exc);
  }

  /** Takes the group's own cancellation of its parent back. @returns whether no other one is left */
  private _uncancels(): boolean {
    return this._parent_cancel_requested && this._parent_task?.uncancel() === 0;
  }

  /** Waits until no task is left. @returns the first cancellation from outside meanwhile */
  private *_all_done(): Coroutine<CancelledError | null> {
    let cancellation: CancelledError | null = null;
    while (this._tasks.size > 0) {
      this._on_completed_fut ??= (this._loop as BaseEventLoop).create_future<boolean>();
      try {
        yield* this._on_completed_fut;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        mark_raised(error);
        if (!this._aborting) {
          cancellation = error;
          this._abort();
        }
      }
      this._on_completed_fut = null;
    }
    return cancellation;
  }

  /** An exception that is raised while what left the block is being handled. */
  private _raised(error: BaseException, exc: BaseException | null): BaseException {
    if (exc !== null) set_context(error, exc);
    return error;
  }

  /** Cancels all tasks that are not done, in an order that is a choice: Python iterates a set. */
  private _abort(): void {
    this._aborting = true;
    const { _kernel: kernel } = this._loop as BaseEventLoop;
    const left = [...this._tasks];
    const ordered: Task[] = [];
    while (left.length > 0) ordered.push(...left.splice(kernel.choose("order", left.length), 1));
    for (const task of ordered) if (!task.done()) task.cancel();
  }

  // ---- its tasks ---------------------------------------------------------------------------------------------------

  /** A task of the group is done. */
  private _task_done(task: Task): Blocking<void> | void {
    this._tasks.delete(task);
    _discard_from_awaited_by(task, this._parent_task);
    const waiting = this._on_completed_fut;
    if (waiting !== null && this._tasks.size === 0 && !waiting.done()) waiting.set_result(true);
    if (task.cancelled()) return;
    const exception = task.exception() as BaseException | null;
    if (exception === null) return;
    this._errors.push(exception);
    if (is_base_error(exception)) this._base_error ??= exception;
    const parent = this._parent_task;
    if (parent === null) throw new AssertionError();
    if (parent.done()) {
      const message = `Task ${repr(task)} has errored out but its parent task ${repr(parent)} is already completed`;
      return (this._loop as BaseEventLoop).call_exception_handler({ message, exception, task });
    }
    if (this._aborting || this._parent_cancel_requested) return;
    this._abort();
    this._parent_cancel_requested = true;
    parent.cancel();
  }

  __repr__(): string {
    const info = [""];
    if (this._tasks.size > 0) info.push(`tasks=${String(this._tasks.size)}`);
    if (this._errors.length > 0) info.push(`errors=${String(this._errors.length)}`);
    if (this._aborting) info.push("cancelling");
    else if (this._entered) info.push("entered");
    return `<TaskGroup${info.join(" ")}>`;
  }
}
