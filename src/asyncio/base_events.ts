/**
 * The event loop. Mirrors `asyncio.base_events` and, as far as the self-pipe goes, `asyncio.selector_events`.
 *
 * A loop is an ordinary blocking function that runs in a thread: it answers awaits itself and hands operations of the thread down.
 * `_ready` and the heap belong to the loop's thread; the only other ones that touch `_ready` are `call_soon_threadsafe`, and programs that are wrong.
 */
import { RuntimeError, TypeError } from "../builtins/exceptions.js";
import { repr } from "../builtins/repr.js";
import type { Blocking } from "../kernel/traps.js";
import type { Coroutine } from "./awaitable.js";
import type { FutureBase } from "./base_futures.js";
import { _install_loop_factory } from "./events.js";
import { report, type ExceptionContext, type ExceptionHandler } from "./exception_handler.js";
import { Future } from "./futures.js";
import { RunUntilComplete } from "./running.js";
import { SchedulingLoop } from "./loop_schedule.js";
import type { Runnable } from "./ready.js";
import { Task, type TaskOptions } from "./tasks.js";

export type { CallOptions } from "./loop_schedule.js";
export type { Timer } from "./loop_run.js";

/** What makes the tasks of a loop instead of the loop. */
export type TaskFactory = (loop: BaseEventLoop, coro: Coroutine<unknown>, options: TaskOptions) => FutureBase<unknown>;

/** Python's event loop; `asyncio.new_event_loop()` makes one. */
export class BaseEventLoop extends SchedulingLoop {
  /** @internal */
  _current_task: Task | null = null;
  /** All tasks that are not done, as a doubly linked list in order of creation. @internal */
  _first_task: Task | null = null;
  /** @internal */
  _last_task: Task | null = null;
  /** How long a callback may take in debug mode before it is reported, in seconds. */
  slow_callback_duration = 0.1;

  #exception_handler: ExceptionHandler | null = null;
  #task_factory: TaskFactory | null = null;

  /** @internal */
  constructor() {
    super();
    this._interpreter.loops.add(this);
  }

  /** @internal */
  _self(): this {
    return this;
  }

  /**
   * Runs until a future is done; a coroutine is wrapped in a task first.
   * @returns the future's result
   * @throws RuntimeError `Event loop stopped before Future completed.`, and whatever the future ended with
   */
  run_until_complete<T>(future: FutureBase<T> | Coroutine<T>): Blocking<T> {
    this._kernel.calls("loop.run_until_complete(…)");
    return new RunUntilComplete<T>(this, future) as Blocking<T>;
  }

  /**
   * Closes the loop: what is still ready or scheduled is dropped.
   * @throws RuntimeError `Cannot close a running event loop`
   */
  close(): Blocking<void> {
    this._kernel.calls("loop.close()");
    return this.#close();
  }

  *#close(): Blocking<void> {
    const kernel = this._kernel;
    kernel.undriven = "";
    if (this.is_running()) throw new RuntimeError("Cannot close a running event loop");
    if (this._closed) return;
    // The pipe goes first: a handle that another thread submits between the two steps is dropped without a word.
    if (kernel.credit-- <= 0) yield this._pipe.closing;
    this._close_pipe();
    if (kernel.credit-- <= 0) yield this._pipe.closing;
    this._closed = true;
    this._ready.clear();
    this._causes.length = 0;
    this._scheduled.clear();
    if (this._first_task === null) this._interpreter.loops.delete(this);
    this._observer?.note("loop.close", 0, { loop: kernel.label(this._pipe.loop) });
  }

  // ---- futures and tasks -------------------------------------------------------------------------------------------

  /** A new future of this loop. */
  create_future<T = unknown>(): Future<T> {
    return new Future<T>(null, this);
  }

  /**
   * Wraps a coroutine in a task, which begins in the next iteration.
   * @throws TypeError `a coroutine was expected, got …`
   */
  create_task<T>(coro: Coroutine<T>, options: TaskOptions | null = null): Task<T> {
    const { taskTakesContext, qualifiedArgumentErrors } = this._interpreter.profile;
    if (!taskTakesContext && options?.context !== undefined) {
      const name = qualifiedArgumentErrors ? "BaseEventLoop.create_task" : "create_task";
      throw new TypeError(`${name}() got an unexpected keyword argument 'context'`);
    }
    this._check_open();
    const factory = this.#task_factory;
    if (factory === null) return new Task<T>(coro, options, this);
    const { taskFactoryTakesName, taskFactoryNamesAlways } = this._interpreter.profile;
    const { name = null, ...others } = options ?? {};
    const task = factory(this, coro, taskFactoryTakesName ? (options ?? {}) : others) as Task<T>;
    if (taskFactoryNamesAlways || (name !== null && !taskFactoryTakesName)) task.set_name(name);
    return task;
  }

  /** Sets what makes the tasks. @throws TypeError `task factory must be a callable or None` */
  set_task_factory(factory: TaskFactory | null): void {
    if (factory !== null && typeof factory !== "function") {
      throw new TypeError("task factory must be a callable or None");
    }
    this.#task_factory = factory;
  }

  /** What makes the tasks; `null` for the loop itself. */
  get_task_factory(): TaskFactory | null {
    return this.#task_factory;
  }

  // ---- errors ------------------------------------------------------------------------------------------------------

  /** Sets what is done with exceptions that nobody handles. @throws TypeError `A callable object or None is expected, got …` */
  set_exception_handler(handler: ExceptionHandler | null): void {
    if (handler !== null && typeof handler !== "function") {
      throw new TypeError(`A callable object or None is expected, got ${repr(handler)}`);
    }
    this.#exception_handler = handler;
  }

  /** The handler that was set; `null` for the default one. */
  get_exception_handler(): ExceptionHandler | null {
    return this.#exception_handler;
  }

  /** Gives a context to the exception handler. */
  call_exception_handler(context: ExceptionContext): Blocking<void> {
    this._kernel.calls("loop.call_exception_handler(…)");
    return this.#handling(this.#exception_handler, context);
  }

  /** What is done with an exception that nobody handles: it is logged. */
  default_exception_handler(context: ExceptionContext): Blocking<void> {
    this._kernel.calls("loop.default_exception_handler(…)");
    return this.#handling(null, context);
  }

  *#handling(handler: ExceptionHandler | null, context: ExceptionContext): Blocking<void> {
    this._kernel.undriven = "";
    yield* report(this, handler, context, null);
  }

  /** Gives the context of an exception that is being handled to the exception handler, once the present handle is through. @internal */
  _report(context: ExceptionContext): void {
    const before = this._reporting;
    const next = report(this, this.#exception_handler, context, context.exception, this._outside);
    this._reporting = before === null ? next : in_turn(before, next);
  }

  /** @internal */
  _log_slow(entry: Runnable, duration: number): void {
    if (duration < this.slow_callback_duration) return;
    const text = `Executing ${entry._slow_name()} took ${duration.toFixed(3)} seconds\n`;
    this._reporting = in_turn(this._reporting, this._interpreter.stderr.write(this._kernel, [text], true));
  }

  /**
   * The end of the interpreter frees the tasks that are not done, in order of creation. Those of a loop that a daemon thread was in are kept
   * alive by that thread.
   * @internal
   */
  *_destroy_tasks(): Blocking<void> {
    if (this.is_running()) return;
    for (let task = this._first_task; task !== null; task = this._first_task) yield* task._destroy();
  }

  // ---- what asyncio.run shuts down ---------------------------------------------------------------------------------

  // The next two are coroutines without an await, as in CPython when there is nothing to shut down.
  /** Closes all asynchronous generators that were iterated in this loop. */
  *shutdown_asyncgens(): Coroutine<void> {
    return;
  }

  /** Waits for the threads of the default executor. */
  *shutdown_default_executor(): Coroutine<void> {
    return;
  }

  __repr__(): string {
    const flag = (value: boolean): string => (value ? "True" : "False");
    const state = `running=${flag(this.is_running())} closed=${flag(this._closed)} debug=${flag(this._debug)}`;
    return `<_UnixSelectorEventLoop ${state}>`;
  }

  // ---- the trace ---------------------------------------------------------------------------------------------------

  /** @internal */
  _note_future(future: FutureBase<unknown>): void {
    const state = ["pending", "cancelled", "finished", "failed"][future._state] ?? "";
    this._observer?.note("future.done", 0, { future: future._future_label(), state });
  }
}

function* in_turn(first: Blocking<void> | null, second: Blocking<void>): Blocking<void> {
  if (first !== null) yield* first;
  yield* second;
}

_install_loop_factory(() => new BaseEventLoop());
