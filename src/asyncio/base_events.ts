/**
 * The event loop. Mirrors `asyncio.base_events` and, as far as the self-pipe goes, `asyncio.selector_events`.
 *
 * A loop is an ordinary blocking function that runs in a thread: it answers awaits itself and hands operations of the thread down.
 * `_ready` and the heap belong to the loop's thread; the only other ones that touch `_ready` are `call_soon_threadsafe`, and programs that are wrong.
 */
import { RuntimeError, TypeError } from "../builtins/exceptions.js";
import { repr } from "../builtins/repr.js";
import { TimerHeap } from "../heapq.js";
import { interpreter, noBindings, ThreadState, type Interpreter } from "../interpreter/state.js";
import { resumed } from "../interpreter/streams.js";
import { current } from "../kernel/current.js";
import type { Kernel } from "../kernel/kernel.js";
import type { Observer } from "../kernel/observer.js";
import type { Thread } from "../kernel/thread.js";
import type { Blocking } from "../kernel/traps.js";
import { runningThread } from "../kernel/wait.js";
import type { Callback, Coroutine, MustNotAwait } from "./awaitable.js";
import type { FutureBase } from "./base_futures.js";
import { iscoroutine } from "./coroutines.js";
import { _get_running_loop, _install_loop_factory, _set_running_loop } from "./events.js";
import { report, type ExceptionContext, type ExceptionHandler } from "./exception_handler.js";
import { Future } from "./futures.js";
import { Handle, leaves_loop, TimerHandle } from "./handle.js";
import { ReadyQueue, type Runnable } from "./ready.js";
import { epollWait, SelfPipe } from "./self_pipe.js";
import { ensure_future, Task, type TaskOptions } from "./tasks.js";

/** What lies in the heap: a timer, or a sleep. */
export interface Timer extends Runnable {
  readonly _when: number;
  _scheduled: boolean;
  _timer_cancelled(): boolean;
}

/** A selector never waits longer, in seconds. */
const MAXIMUM_SELECT_TIMEOUT = 24 * 3600;
/** The heap is cleaned when it has more timers than this… */
const MIN_SCHEDULED_TIMER_HANDLES = 100;
/** …and more than this part of them is cancelled. */
const MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5;
/** The resolution of Linux's monotonic clock, in seconds. */
const CLOCK_RESOLUTION = 1e-9;

/** Python's keyword arguments of `call_soon` and its relatives. */
export interface CallOptions {
  /** A `contextvars.Context` to run in; a copy of the current one unless told. */
  readonly context?: { bindings: ReadonlyMap<object, unknown>; entered: boolean } | null;
}

export type TaskFactory = (loop: BaseEventLoop, coro: Coroutine<unknown>, options: TaskOptions) => FutureBase<unknown>;

/** Python's event loop; `asyncio.new_event_loop()` makes one. */
export class BaseEventLoop {
  /** @internal */
  readonly _kernel: Kernel;
  /** @internal */
  readonly _interpreter: Interpreter;
  /** @internal */
  readonly _observer: Observer | null;
  /** The state of the thread that runs it. @internal */
  _state: ThreadState = new ThreadState();
  /** @internal */
  readonly _ready = new ReadyQueue();
  /** In recorded runs: the number of the event that put each entry of `_ready` there. */
  readonly #causes: number[] = [];
  /** @internal */
  readonly _scheduled = new TimerHeap<Timer>();
  /** How many timers were cancelled while in the heap, since the last cleaning. @internal */
  _timer_cancelled_count = 0;
  /** @internal */
  _current_task: Task<unknown> | null = null;
  /** All tasks that are not done, as a doubly linked list in order of creation. @internal */
  _first_task: Task<unknown> | null = null;
  /** @internal */
  _last_task: Task<unknown> | null = null;
  /** How long a callback may take in debug mode before it is reported, in seconds. */
  slow_callback_duration = 0.1;

  /** @internal */
  readonly _pipe = new SelfPipe();
  readonly #read_handle: Handle;
  #thread: Thread | null = null;
  #stopping = false;
  #closed = false;
  #debug: boolean;
  #exception_handler: ExceptionHandler | null = null;
  #task_factory: TaskFactory | null = null;
  /** What went wrong in the handle that runs, to be given to the exception handler after it. */
  #reports: ExceptionContext[] | null = null;

  /** @internal */
  constructor() {
    this._kernel = current();
    this._interpreter = interpreter();
    this._observer = this._kernel.observer;
    this.#debug = this._interpreter.debug;
    const read_from_self = (): Blocking<void> => this._pipe.drain(this._kernel);
    this.#read_handle = new Handle(read_from_self, [], this, noBindings, null);
  }

  // ---- running -----------------------------------------------------------------------------------------------------

  /**
   * Runs until `stop()`.
   * @throws RuntimeError when the loop is closed, runs already, or another one runs in this thread
   */
  run_forever = (): Blocking<void> => {
    this._kernel.calls("loop.run_forever()");
    return this.#run_forever();
  };

  *#run_forever(): Blocking<void> {
    this._kernel.undriven = "";
    if (this._interpreter.profile.nestedRunCorruptsOuter) {
      try {
        this.#begin();
        yield* this.#iterate();
      } finally {
        this.#end();
      }
      return;
    }
    this.#begin();
    try {
      yield* this.#iterate();
    } finally {
      this.#end();
    }
  }

  #begin(): void {
    this._check_open();
    this.#check_running();
    const kernel = this._kernel;
    this.#thread = this._pipe.loop.runner = runningThread(kernel);
    if (this.#thread.local instanceof ThreadState) this._state = this.#thread.local;
    _set_running_loop(this);
    this._observer?.note("loop.run", 0, { loop: kernel.label(this._pipe.loop) });
  }

  #end(): void {
    this.#stopping = false;
    this.#thread = this._pipe.loop.runner = null;
    _set_running_loop(null);
    this._observer?.note("loop.stop", 0, { loop: this._kernel.label(this._pipe.loop) });
  }

  /**
   * The loop itself, one turn an iteration: clean the heap, wait, take what the selector and the heap have, run what was ready then.
   * It is one long function because a call of another generator in each turn would cost more than the turn.
   */
  *#iterate(): Blocking<void> {
    const kernel = this._kernel;
    const ready = this._ready;
    const timers = this._scheduled;
    const base = { bindings: this._state.bindings, context: this._state.context };
    try {
      for (;;) {
        if (timers.length > 0) this.#purge();
        const timeout = this.#timeout();
        if (this._observer !== null) this.#note_select(timeout);
        let readable: boolean;
        if (timeout > 0 && !this._pipe.readable.open) {
          const thread = runningThread(kernel);
          const wait = this._kernel.clockModel === "linux" && timeout !== Infinity ? epollWait(timeout) : timeout;
          thread.deadline = kernel.now + wait;
          yield this._pipe.select;
          readable = this._pipe.readable.open && (!thread.expired || kernel.choose("timeout", 2) === 1);
        } else {
          if (kernel.credit-- <= 0) yield this._pipe.poll;
          readable = this._pipe.readable.open;
          if (kernel.credit-- <= 0) yield resumed;
        }
        if (readable) this._enqueue(this.#read_handle);
        const end = kernel.readClock() + CLOCK_RESOLUTION;
        if (timers.length > 0) this.#take_due(end);
        for (let todo = ready.length; todo > 0; todo--) {
          const entry = ready.shift();
          if (this._observer !== null) this.#note_run(entry);
          const started = this.#debug ? kernel.readClock() : 0;
          let operation = entry._run(this);
          while (operation !== null) {
            yield operation;
            operation = entry._resume(this);
          }
          if (this.#debug) this.#check_slow(entry, kernel.readClock() - started);
          if (this.#reports !== null) yield* this.#flush_reports();
        }
        if (this.#stopping) break;
      }
    } finally {
      this._state.bindings = base.bindings;
      this._state.context = base.context;
    }
  }

  /** Drops cancelled timers: all of them when there are many, otherwise those at the root. */
  #purge(): void {
    const timers = this._scheduled;
    const count = timers.length;
    if (
      count > MIN_SCHEDULED_TIMER_HANDLES &&
      this._timer_cancelled_count / count > MIN_CANCELLED_TIMER_HANDLES_FRACTION
    ) {
      timers.filter((timer) => {
        if (!timer._timer_cancelled()) return true;
        timer._scheduled = false;
        return false;
      });
      this._timer_cancelled_count = 0;
      return;
    }
    while (timers.length > 0 && timers.peek()._timer_cancelled()) {
      this._timer_cancelled_count--;
      timers.pop()._scheduled = false;
    }
  }

  /** How long the selector waits, in seconds; `Infinity` for ever. */
  #timeout(): number {
    if (this._ready.length > 0 || this.#stopping) return 0;
    if (this._scheduled.length === 0) return Infinity;
    const timeout = this._scheduled.peek()._when - this._kernel.readClock();
    return timeout > MAXIMUM_SELECT_TIMEOUT ? MAXIMUM_SELECT_TIMEOUT : timeout < 0 ? 0 : timeout;
  }

  #take_due(end: number): void {
    const timers = this._scheduled;
    while (timers.length > 0 && timers.peek()._when < end) {
      const timer = timers.pop();
      timer._scheduled = false;
      this._enqueue(timer);
    }
  }

  #check_slow(entry: Runnable, duration: number): void {
    if (duration < this.slow_callback_duration) return;
    const what = entry._slow_name();
    this._log(`Executing ${what} took ${duration.toFixed(3)} seconds\n`);
  }

  /**
   * Runs until a future is done; a coroutine is wrapped in a task first.
   * @returns the future's result
   * @throws RuntimeError `Event loop stopped before Future completed.`, and whatever the future ended with
   */
  run_until_complete<T>(future: FutureBase<T> | Coroutine<T>): Blocking<T> {
    this._kernel.calls("loop.run_until_complete(…)");
    return this.#run_until_complete(future);
  }

  *#run_until_complete<T>(awaitable: FutureBase<T> | Coroutine<T>): Blocking<T> {
    this._kernel.undriven = "";
    this._check_open();
    this.#check_running();
    const future = ensure_future(awaitable, { loop: this });
    const made = (future as unknown) !== awaitable;
    if (made && future instanceof Task) future._log_destroy_pending = false;
    future.add_done_callback(_run_until_complete_cb);
    try {
      yield* this.run_forever();
    } catch (error) {
      if (made && future.done() && !future.cancelled()) future.exception();
      throw error;
    } finally {
      future.remove_done_callback(_run_until_complete_cb);
    }
    if (!future.done()) throw new RuntimeError("Event loop stopped before Future completed.");
    return future.result();
  }

  /** Ends the loop after the iteration that is going on. */
  stop = (): void => {
    this.#stopping = true;
  };

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
    if (this.#closed) return;
    // The pipe goes first: a handle that another thread submits between the two steps is dropped without a word.
    if (kernel.credit-- <= 0) yield this._pipe.closing;
    this._pipe.closed = true;
    if (kernel.credit-- <= 0) yield this._pipe.closing;
    this.#closed = true;
    this._ready.clear();
    this.#causes.length = 0;
    this._scheduled.clear();
    this._observer?.note("loop.close", 0, { loop: kernel.label(this._pipe.loop) });
  }

  /** Whether it runs. */
  is_running(): boolean {
    return this.#thread !== null;
  }

  /** Whether it was closed. */
  is_closed(): boolean {
    return this.#closed;
  }

  /** The loop's clock, in seconds. One read of the clock. */
  time(): number {
    return this._kernel.readClock();
  }

  // ---- scheduling --------------------------------------------------------------------------------------------------

  /**
   * Runs a callback in the next iteration, in order of the calls. Only for the loop's own thread: it does not wake the loop.
   * @throws RuntimeError `Event loop is closed`; in debug mode also when another thread calls
   */
  call_soon<A extends unknown[], R>(callback: ((...args: A) => R) & MustNotAwait<R>, ...args: A): Handle {
    return this._call_soon(callback, args, null);
  }

  /** `call_soon` with Python's keyword arguments. */
  call_soon_kw<A extends unknown[]>(options: CallOptions, callback: Callback<A>, ...args: A): Handle {
    return this._call_soon(callback, args, options.context ?? null);
  }

  /** @internal */
  _call_soon(callback: (...args: never[]) => unknown, args: readonly unknown[], context: CallOptions["context"]): Handle {
    this._check_open();
    if (this.#debug) this.#check_call(callback, "call_soon", true);
    const handle = new Handle(callback, args, this, this.#vars(), context ?? null);
    this._enqueue(handle);
    return handle;
  }

  /** The bindings that a copy of the calling thread's context has. */
  #vars(): ThreadState["bindings"] {
    const local = this._kernel.thread?.local;
    return local instanceof ThreadState ? local.bindings : noBindings;
  }

  /**
   * Runs a callback after some time.
   * @param delay in seconds; 0 or less means the next iteration, after what is ready already
   * @throws TypeError `delay must not be None` (3.11 and later)
   */
  call_later<A extends unknown[], R>(
    delay: number,
    callback: ((...args: A) => R) & MustNotAwait<R>,
    ...args: A
  ): TimerHandle {
    return this._call_later(delay, callback, args, null);
  }

  /** `call_later` with Python's keyword arguments. */
  call_later_kw<A extends unknown[]>(options: CallOptions, delay: number, callback: Callback<A>, ...args: A): TimerHandle {
    return this._call_later(delay, callback, args, options.context ?? null);
  }

  private _call_later(
    delay: number | null,
    callback: (...args: never[]) => unknown,
    args: readonly unknown[],
    context: CallOptions["context"],
  ): TimerHandle {
    if (typeof delay === "number") return this._call_at(this.time() + delay, callback, args, context);
    if (delay === null && this._interpreter.profile.timerNoneChecked) throw new TypeError("delay must not be None");
    throw unsupported(delay);
  }

  /**
   * Runs a callback at a time of the loop's clock.
   * @param when in seconds
   * @throws TypeError `when cannot be None` (3.11 and later)
   */
  call_at<A extends unknown[], R>(
    when: number,
    callback: ((...args: A) => R) & MustNotAwait<R>,
    ...args: A
  ): TimerHandle {
    return this._call_at(when, callback, args, null);
  }

  /** `call_at` with Python's keyword arguments. */
  call_at_kw<A extends unknown[]>(options: CallOptions, when: number, callback: Callback<A>, ...args: A): TimerHandle {
    return this._call_at(when, callback, args, options.context ?? null);
  }

  private _call_at(
    when: number | null,
    callback: (...args: never[]) => unknown,
    args: readonly unknown[],
    context: CallOptions["context"],
  ): TimerHandle {
    if (when === null && this._interpreter.profile.timerNoneChecked) throw new TypeError("when cannot be None");
    this._check_open();
    if (this.#debug) this.#check_call(callback, "call_at", true);
    const timer = new TimerHandle(when as number, callback, args, this, this.#vars(), context ?? null);
    this._schedule(timer);
    return timer;
  }

  /**
   * Runs a callback in the next iteration, from any thread: appends it, then wakes the loop.
   * @throws RuntimeError `Event loop is closed`
   */
  call_soon_threadsafe<A extends unknown[], R>(
    callback: ((...args: A) => R) & MustNotAwait<R>,
    ...args: A
  ): Blocking<Handle> {
    this._kernel.calls("loop.call_soon_threadsafe(…)");
    return this._call_soon_threadsafe(callback, args, null);
  }

  /** `call_soon_threadsafe` with Python's keyword arguments. */
  call_soon_threadsafe_kw<A extends unknown[]>(options: CallOptions, callback: Callback<A>, ...args: A): Blocking<Handle> {
    this._kernel.calls("loop.call_soon_threadsafe_kw(…)");
    return this._call_soon_threadsafe(callback, args, options.context ?? null);
  }

  /** @internal */
  *_call_soon_threadsafe(
    callback: (...args: never[]) => unknown,
    args: readonly unknown[],
    context: CallOptions["context"],
  ): Blocking<Handle> {
    const kernel = this._kernel;
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this._pipe.append;
    this._check_open();
    if (this.#debug) this.#check_call(callback, "call_soon_threadsafe", false);
    const handle = new Handle(callback, args, this, this.#vars(), context ?? null);
    this._enqueue(handle);
    yield* this._pipe.send(kernel);
    return handle;
  }

  /** Appends to the ready queue. @internal */
  _enqueue(entry: Runnable): void {
    this._ready.push(entry);
    if (this._observer !== null) this.#note_ready(entry);
  }

  /** Pushes a timer on the heap. @internal */
  _schedule(timer: Timer): void {
    this._scheduled.push(timer);
    timer._scheduled = true;
    if (this._observer !== null) this.#note_timer(timer);
  }

  // ---- futures and tasks -------------------------------------------------------------------------------------------

  /** A new future of this loop. */
  create_future<T = unknown>(): Future<T> {
    return new Future<T>({ loop: this });
  }

  /**
   * Wraps a coroutine in a task, which begins in the next iteration.
   * @throws TypeError `a coroutine was expected, got …`
   */
  create_task<T>(coro: Coroutine<T>, options: TaskOptions = {}): Task<T> {
    this._check_open();
    if (this.#task_factory === null) return new Task<T>(coro, { ...options, loop: this });
    const task = this.#task_factory(this, coro, options) as Task<T>;
    if (this._interpreter.profile.minor <= 13 && options.name !== undefined) task.set_name(options.name);
    return task;
  }

  /** @throws TypeError `task factory must be a callable or None` */
  set_task_factory(factory: TaskFactory | null): void {
    if (factory !== null && typeof factory !== "function") {
      throw new TypeError("task factory must be a callable or None");
    }
    this.#task_factory = factory;
  }

  get_task_factory(): TaskFactory | null {
    return this.#task_factory;
  }

  // ---- errors and debug mode ---------------------------------------------------------------------------------------

  /** @throws TypeError `A callable object or None is expected, got …` */
  set_exception_handler(handler: ExceptionHandler | null): void {
    if (handler !== null && typeof handler !== "function") {
      throw new TypeError(`A callable object or None is expected, got ${repr(handler)}`);
    }
    this.#exception_handler = handler;
  }

  get_exception_handler(): ExceptionHandler | null {
    return this.#exception_handler;
  }

  /** Gives a context to the exception handler. */
  *call_exception_handler(context: ExceptionContext): Blocking<void> {
    yield* report(this, this.#exception_handler, context);
  }

  /** What is done with an exception that nobody handles: it is logged. */
  *default_exception_handler(context: ExceptionContext): Blocking<void> {
    yield* report(this, null, context);
  }

  /** Notes something for the exception handler, which is called when the present handle is through. @internal */
  _report(context: ExceptionContext): void {
    (this.#reports ??= []).push(context);
  }

  /** Writes to the log, which is standard error. @internal */
  _log(text: string): void {
    this._interpreter.stderr.append(this._kernel, text);
  }

  *#flush_reports(): Blocking<void> {
    const reports = this.#reports ?? [];
    this.#reports = null;
    for (const context of reports) yield* this.call_exception_handler(context);
  }

  /** Whether debug mode is on. */
  get_debug(): boolean {
    return this.#debug;
  }

  /** Turns debug mode on or off; a running loop is woken, as CPython does to change its coroutine hooks. */
  set_debug(enabled: boolean): void {
    this.#debug = enabled;
    if (!this.is_running()) return;
    const set_coroutine_origin_tracking = (): void => undefined;
    this._enqueue(new Handle(set_coroutine_origin_tracking, [], this, this.#vars(), null));
    this._pipe.wake(this._kernel);
  }

  #check_call(callback: unknown, method: string, ownThread: boolean): void {
    if (ownThread && this.#thread !== null && this.#thread !== this._kernel.thread) {
      throw new RuntimeError("Non-thread-safe operation invoked on an event loop other than the current one");
    }
    if (iscoroutine(callback)) throw new TypeError(`coroutines cannot be used with ${method}()`);
    if (typeof callback !== "function") {
      throw new TypeError(`a callable object was expected by ${method}(), got ${repr(callback)}`);
    }
  }

  /** @throws RuntimeError `Event loop is closed` @internal */
  _check_open(): void {
    if (this.#closed) throw new RuntimeError("Event loop is closed");
  }

  #check_running(): void {
    if (this.is_running()) throw new RuntimeError("This event loop is already running");
    if (_get_running_loop() !== null) {
      throw new RuntimeError("Cannot run the event loop while another loop is running");
    }
  }

  // ---- what asyncio.run shuts down ---------------------------------------------------------------------------------

  // The next two are coroutines without an await, as in CPython when there is nothing to shut down.
  /** Closes all asynchronous generators that were iterated in this loop. */
  // eslint-disable-next-line require-yield
  *shutdown_asyncgens(): Coroutine<void> {
    return;
  }

  /** Waits for the threads of the default executor. */
  // eslint-disable-next-line require-yield
  *shutdown_default_executor(): Coroutine<void> {
    return;
  }

  __repr__(): string {
    const flag = (value: boolean): string => (value ? "True" : "False");
    const state = `running=${flag(this.is_running())} closed=${flag(this.#closed)} debug=${flag(this.#debug)}`;
    return `<_UnixSelectorEventLoop ${state}>`;
  }

  // ---- the trace ---------------------------------------------------------------------------------------------------

  #note_ready(entry: Runnable): void {
    const loop = this._kernel.label(this._pipe.loop);
    this.#causes.push(this._observer?.note("ready.append", 0, { loop, what: entry._label() }) ?? 0);
  }

  #note_timer(timer: Timer): void {
    const loop = this._kernel.label(this._pipe.loop);
    this._observer?.note("timer.push", 0, { loop, what: timer._label(), when: timer._when });
  }

  #note_run(entry: Runnable): void {
    const loop = this._kernel.label(this._pipe.loop);
    const cause = this.#causes.shift() ?? 0;
    const thread = runningThread(this._kernel);
    thread.activity = this._observer?.note("ready.run", cause, { loop, what: entry._label() }) ?? 0;
  }

  #note_select(timeout: number): void {
    const loop = this._kernel.label(this._pipe.loop);
    this._observer?.note("loop.select", 0, { loop, timeout: timeout === Infinity ? null : timeout });
  }

  /** @internal */
  _note_future(future: FutureBase<unknown>): void {
    const state = ["pending", "cancelled", "finished", "failed"][future._state] ?? "";
    this._observer?.note("future.done", 0, { future: future._label(), state });
  }
}

function unsupported(operand: unknown): TypeError {
  const kind = operand === null || operand === undefined ? "NoneType" : "str";
  return new TypeError(`unsupported operand type(s) for +: 'float' and '${kind}'`);
}

/** The done-callback of `run_until_complete`. */
function _run_until_complete_cb(future: Future<unknown>): void {
  if (!future.cancelled() && leaves_loop(future.exception())) return;
  future.get_loop().stop();
}

_install_loop_factory(() => new BaseEventLoop());
