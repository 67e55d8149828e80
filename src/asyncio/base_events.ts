/**
 * The event loop. Mirrors `asyncio.base_events` and, as far as the self-pipe goes, `asyncio.selector_events`.
 *
 * A loop is an ordinary blocking function that runs in a thread: it answers awaits itself and hands operations of the thread down.
 * `_ready` and the heap belong to the loop's thread; the only other ones that touch `_ready` are `call_soon_threadsafe`, and programs that are wrong.
 */
import { AttributeError, RuntimeError, TypeError } from "../builtins/exceptions.js";
import { repr } from "../builtins/repr.js";
import { interpreter } from "../interpreter/state.js";
import type { Blocking } from "../kernel/traps.js";
import { LoopGenerators } from "./asyncgens.js";
import type { Coroutine } from "./awaitable.js";
import type { FutureBase } from "./base_futures.js";
import { report, type ExceptionContext, type ExceptionHandler } from "./exception_handler.js";
import { Future } from "./futures.js";
import { _install_loop_factory } from "./policies.js";
import { RunUntilComplete } from "./running.js";
import { OutsideLoop } from "./loop_outside.js";
import type { Runnable } from "./ready.js";
import { make_with_factory } from "./task_factories.js";
import { check_create_task_options, type TaskOptions } from "./task_options.js";
import { Task } from "./tasks.js";

export type { CallOptions } from "./loop_schedule.js";
export type { Timer } from "./loop_run.js";

/** What makes the tasks of a loop instead of the loop. */
export type TaskFactory = (loop: BaseEventLoop, coro: Coroutine<unknown>, options: TaskOptions) => FutureBase<unknown>;

/** Python's event loop; `asyncio.new_event_loop()` makes one. */
export class BaseEventLoop extends OutsideLoop {
  /** @internal */
  _current_task: Task | null = null;
  /** All tasks that are not done, as a doubly linked list in order of creation. @internal */
  _first_task: Task | null = null;
  /** @internal */
  _last_task: Task | null = null;
  /** How many tasks are in first steps that are taken within the call that makes them. @internal */
  _eager_steps = 0;
  /** How long a callback may take in debug mode before it is reported, in seconds. */
  slow_callback_duration = 0.1;

  #exception_handler: ExceptionHandler | null = null;
  #task_factory: TaskFactory | null = null;
  readonly #asyncgens = new LoopGenerators(this);

  /** @internal */
  constructor() {
    super();
    this._asyncgen_hooks = this.#asyncgens.hooks;
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
    yield* this._close_executor();
    this._close_signals();
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
    if (options !== null) {
      const { profile } = this._interpreter;
      const name = profile.qualifiedArgumentErrors ? "BaseEventLoop.create_task" : "create_task";
      check_create_task_options(profile, options, name);
    }
    this._check_open();
    const factory = this.#task_factory;
    return factory === null ? new Task<T>(coro, options, this) : make_with_factory(this, factory, coro, options);
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

  /** A garbage collection frees the tasks that wait for futures which the program has no reference to, as it has none to the tasks. @internal */
  *_collect(): Blocking<void> {
    const { unreferenced } = this._interpreter;
    for (let task = this._first_task, next: Task | null; task !== null; task = next) {
      next = task._next;
      const future = task._fut_waiter;
      if (future !== null && unreferenced.has(task) && unreferenced.has(future)) yield* task._destroy();
    }
  }

  // ---- what asyncio.run shuts down ---------------------------------------------------------------------------------

  /** Closes all asynchronous generators that were iterated in this loop and are not at their end. */
  shutdown_asyncgens(): Coroutine<void> {
    return this.#asyncgens.shutdown();
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

/** What `asyncio.EventLoop` makes (3.13 and later): the loop of the machine, which is the same as all others here. */
export class EventLoop extends BaseEventLoop {
  /** @throws AttributeError `module 'asyncio' has no attribute 'EventLoop'` before 3.13 */
  constructor() {
    if (!interpreter().profile.eventLoopAlias)
      throw new AttributeError("module 'asyncio' has no attribute 'EventLoop'");
    super();
  }
}

_install_loop_factory(() => new BaseEventLoop());
