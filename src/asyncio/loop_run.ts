/**
 * The part of the event loop that turns: `run_forever` and one iteration after the other. The rest of the loop is in `loop_schedule` and
 * `base_events`; CPython has all of it in `asyncio.base_events`.
 */
import { RuntimeError, ValueError } from "../builtins/exceptions.js";
import { TimerHeap } from "../heapq.js";
import {
  interpreter,
  noBindings,
  noHooks,
  ThreadState,
  type AsyncGeneratorHooks,
  type Interpreter,
} from "../interpreter/state.js";
import { resumed } from "../interpreter/streams.js";
import { current } from "../kernel/current.js";
import { AT_ONCE, type Kernel } from "../kernel/kernel.js";
import type { Observer } from "../kernel/observer.js";
import type { Operation } from "../kernel/operation.js";
import type { Alarm, Thread } from "../kernel/thread.js";
import type { Blocking } from "../kernel/traps.js";
import { runningThread } from "../kernel/wait.js";
import type { BaseEventLoop } from "./base_events.js";
import { _get_running_loop, _set_running_loop } from "./events.js";
import { Handle } from "./handle.js";
import { RunForever, type Outside } from "./running.js";
import { ReadyQueue, type Runnable } from "./ready.js";
import { epollWait, SelfPipe } from "./self_pipe.js";

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

/** Where an iteration was left to yield an operation. */
const TURN = 0;
const WOKEN = 1;
const POLLED = 2;
const SELECTED = 3;
const RUNNING = 4;

/** Whether an entry of the ready queue was cancelled, so that its turn is skipped. */
function was_cancelled(entry: Runnable): boolean {
  if (entry instanceof Handle) return entry.cancelled();
  return "_timer_cancelled" in entry && (entry as Timer)._timer_cancelled();
}

/** A loop as far as it turns. */
export abstract class RunningLoop implements Alarm {
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
  /** @internal */
  readonly _scheduled = new TimerHeap<Timer>();
  /** How many timers were cancelled while in the heap, since the last cleaning. @internal */
  _timer_cancelled_count = 0;
  /** @internal */
  readonly _pipe = new SelfPipe();
  /** The thread that runs it. @internal */
  _thread: Thread | null = null;
  /** What that thread had bound before. @internal */
  _outside: Outside | null = null;
  /** The blocking callback that is under way. @internal */
  _drive: Blocking<unknown> | null = null;
  /** The call of the exception handler that is under way, or is to come before the next handle. @internal */
  _reporting: Blocking<void> | null = null;
  /** What asynchronous generators tell this loop. */
  protected _asyncgen_hooks: AsyncGeneratorHooks = noHooks;
  /** Whom they told before it ran. */
  private _outer_hooks: AsyncGeneratorHooks | null = null;
  protected _debug: boolean;
  protected _stopping = false;
  protected _closed = false;
  /** In recorded runs: the number of the event that put each entry of `_ready` there. */
  protected readonly _causes: number[] = [];

  private readonly _read_handle: Handle;
  private _phase = TURN;
  private _readable = false;
  private _todo = 0;
  private _entry: Runnable | null = null;
  /** When the present entry began, where debug mode measures it; -1 where it does not. */
  private _started = -1;

  /** @internal */
  constructor() {
    // Programs give these two away as Python's bound methods. JavaScript names a function by its first variable; a field gives it no name.
    const run_forever = (): Blocking<void> => {
      this._kernel.calls("loop.run_forever()");
      return new RunForever(this._self()) as Blocking<void>;
    };
    const stop = (): void => {
      this._stopping = true;
    };
    this.run_forever = run_forever;
    this.stop = stop;
    this._kernel = current();
    this._interpreter = interpreter();
    this._observer = this._kernel.observer;
    this._debug = this._interpreter.debug;
    const _read_from_self = (): Blocking<void> | void => {
      if (this._kernel.credit <= AT_ONCE || this._pipe.signalled) return this._pipe.drain(this._kernel);
      this._pipe.drainAtOnce(this._kernel);
    };
    this._read_handle = new Handle(_read_from_self, [], this._self(), noBindings, null);
  }

  /** This loop with all that it can do. @internal */
  abstract _self(): BaseEventLoop;
  /** @internal */
  abstract _log_slow(entry: Runnable, duration: number): void;

  /**
   * Runs until `stop()`.
   * @throws RuntimeError when the loop is closed, runs already, or another one runs in this thread
   */
  readonly run_forever: () => Blocking<void>;

  /** Makes the loop the running one of the calling thread. @internal */
  _begin(): Outside {
    const thread = runningThread(this._kernel);
    this._thread = this._pipe.loop.runner = thread;
    thread.alarm = this;
    if (thread.local instanceof ThreadState) this._state = thread.local;
    this._phase = TURN;
    this._started = -1;
    _set_running_loop(this._self());
    this._observer?.note("loop.run", 0, { loop: this._kernel.label(this._pipe.loop) });
    this._outside = { bindings: this._state.bindings, context: this._state.context };
    this._outer_hooks = this._state.asyncgenHooks;
    this._state.asyncgenHooks = this._asyncgen_hooks;
    return this._outside;
  }

  /** Ends that; `outside` is what the thread had before, where it is the loop's own run that ends. @internal */
  _end(outside: Outside | null): void {
    if (outside !== null) Object.assign(this._state, outside);
    if (this._outer_hooks !== null) this._state.asyncgenHooks = this._outer_hooks;
    this._outer_hooks = null;
    this._stopping = false;
    if (this._thread !== null) this._thread.alarm = null;
    this._thread = this._pipe.loop.runner = null;
    const running = _get_running_loop();
    _set_running_loop(null);
    if (running !== null) this._observer?.note("loop.stop", 0, { loop: this._kernel.label(running._pipe.loop) });
  }

  /** The timer that is due next after `now`: on a busy machine the loop can be so late that it is due too. @internal */
  nextAfter(now: number): number {
    let earliest = Infinity;
    for (const timer of this._scheduled.items) {
      if (timer._when > now && timer._when < earliest && !timer._timer_cancelled()) earliest = timer._when;
    }
    return earliest;
  }

  /**
   * Turns until the thread has an operation to do, which is returned, or until the loop is to stop: `null`. An iteration cleans the heap, waits, takes
   * what the selector and the heap have, and runs what was ready then.
   *
   * It is one long function, with the place where it left off in `_phase`, because a generator that is resumed in every turn would cost
   * more than the turn.
   */
  _advance(): Operation | null {
    const kernel = this._kernel;
    const ready = this._ready;
    const timers = this._scheduled;
    for (;;) {
      if (this._phase === TURN) {
        if (timers.length > 0) this._purge();
        const timeout = this._timeout();
        if (this._observer !== null) this._note_select(timeout);
        if (timeout > 0 && !this._pipe.readable.open) {
          const rounded = kernel.clockModel === "linux" && timeout !== Infinity ? epollWait(timeout) : timeout;
          const deadline = kernel.now + rounded;
          if (!kernel.jump(deadline)) {
            runningThread(kernel).deadline = deadline;
            this._phase = WOKEN;
            return this._pipe.select;
          }
          this._readable = false;
          this._phase = SELECTED;
        } else {
          this._phase = POLLED;
          if (kernel.credit-- <= 0) return this._pipe.poll;
        }
      }
      if (this._phase === WOKEN) {
        const served = this._pipe.readable.open;
        this._readable = served && (!runningThread(kernel).expired || kernel.choose("timeout", 2) === 1);
        this._phase = SELECTED;
      } else if (this._phase === POLLED) {
        this._readable = this._pipe.readable.open;
        this._phase = SELECTED;
        if (kernel.credit-- <= 0) return resumed;
      }
      if (this._phase === SELECTED) {
        if (this._readable) this._enqueue(this._read_handle);
        const now = kernel.readClock();
        if (timers.length > 0) this._take_due(now + CLOCK_RESOLUTION);
        this._todo = ready.length;
        this._phase = RUNNING;
      }
      const operation = this._run_ready();
      if (operation !== null) return operation;
      this._phase = TURN;
      if (this._stopping) return null;
    }
  }

  /**
   * The whole of the next turn up to its handles, where that is next to nothing: handles are ready, there are no timers, and nobody watches.
   * @returns false when the turn must be taken step by step
   */
  private _turn_at_once(): boolean {
    const kernel = this._kernel;
    const length = this._ready.length;
    if (length === 0 || this._scheduled.length > 0 || this._stopping || this._pipe.readable.open) return false;
    if (kernel.credit <= AT_ONCE || this._observer !== null) return false;
    kernel.credit -= 2;
    kernel.readClock();
    this._todo = length;
    return true;
  }

  /**
   * Runs what was ready when the iteration began, and goes on with the next iterations as long as there is nothing else to them.
   * @returns an operation that must be done first, or `null` at the end
   */
  private _run_ready(): Operation | null {
    const ready = this._ready;
    const loop = this._self();
    for (;;) {
      if (this._reporting !== null) {
        const step = this._reporting.next();
        if (step.done !== true) return step.value;
        this._reporting = null;
      }
      let entry = this._entry;
      let operation: Operation | null;
      if (entry === null) {
        if (this._todo === 0 && !this._turn_at_once()) return null;
        this._todo--;
        entry = ready.shift();
        if (this._observer !== null) this._note_run(entry);
        if (this._debug) this._started = was_cancelled(entry) ? -1 : this._kernel.readClock();
        operation = entry._run(loop);
      } else {
        this._entry = null;
        operation = entry._resume(loop);
      }
      if (operation !== null) {
        this._entry = entry;
        return operation;
      }
      if (this._started >= 0) this._measured(entry);
    }
  }

  private _measured(entry: Runnable): void {
    const duration = this._kernel.readClock() - this._started;
    this._started = -1;
    this._log_slow(entry, duration);
  }

  /** Drops cancelled timers: all of them when there are many, otherwise those at the root. */
  private _purge(): void {
    const timers = this._scheduled;
    const count = timers.length;
    const cancelled = this._timer_cancelled_count;
    if (count > MIN_SCHEDULED_TIMER_HANDLES && cancelled / count > MIN_CANCELLED_TIMER_HANDLES_FRACTION) {
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
  private _timeout(): number {
    if (this._ready.length > 0 || this._stopping) return 0;
    if (this._scheduled.length === 0) return Infinity;
    const timeout = this._scheduled.first_when - this._kernel.readClock();
    if (timeout > MAXIMUM_SELECT_TIMEOUT) return MAXIMUM_SELECT_TIMEOUT;
    if (timeout > 0) return timeout;
    if (Number.isNaN(timeout) && this._interpreter.profile.nanTimerFails) {
      throw new ValueError("cannot convert float NaN to integer");
    }
    return 0;
  }

  private _take_due(end: number): void {
    const timers = this._scheduled;
    // A NaN is due too, and no empty heap, whose first deadline is infinite.
    while (!(timers.first_when >= end)) {
      const timer = timers.pop();
      timer._scheduled = false;
      this._enqueue(timer);
    }
  }

  /** The selector forgets the pipe, whose bytes nobody reads any more. @internal */
  _close_pipe(): void {
    this._read_handle.cancel();
    this._pipe.closed = true;
  }

  /** Appends to the ready queue. @internal */
  _enqueue(entry: Runnable): void {
    this._ready.push(entry);
    if (this._observer !== null) this._note_ready(entry);
  }

  /** Pushes a timer on the heap. @internal */
  _schedule(timer: Timer): void {
    this._scheduled.push(timer);
    timer._scheduled = true;
    if (this._observer !== null) this._note_timer(timer);
  }

  /** Ends the loop after the iteration that is going on. */
  readonly stop: () => void;

  /** Whether it runs. */
  is_running(): boolean {
    return this._thread !== null;
  }

  /** Whether it was closed. */
  is_closed(): boolean {
    return this._closed;
  }

  /** The loop's clock, in seconds. One read of the clock. */
  time(): number {
    return this._kernel.readClock();
  }

  /** @throws RuntimeError `Event loop is closed` @internal */
  _check_open(): void {
    if (this._closed) throw new RuntimeError("Event loop is closed");
  }

  /** @internal */
  _check_running(): void {
    if (this.is_running()) throw new RuntimeError("This event loop is already running");
    if (_get_running_loop() !== null) {
      throw new RuntimeError("Cannot run the event loop while another loop is running");
    }
  }

  // ---- the trace ---------------------------------------------------------------------------------------------------

  private _note_ready(entry: Runnable): void {
    const loop = this._kernel.label(this._pipe.loop);
    this._causes.push(this._observer?.note("ready.append", 0, { loop, what: entry._label() }) ?? 0);
  }

  private _note_timer(timer: Timer): void {
    const loop = this._kernel.label(this._pipe.loop);
    this._observer?.note("timer.push", 0, { loop, what: timer._label(), when: timer._when });
  }

  private _note_run(entry: Runnable): void {
    const loop = this._kernel.label(this._pipe.loop);
    const cause = this._causes.shift() ?? 0;
    const thread = runningThread(this._kernel);
    thread.activity = this._observer?.note("ready.run", cause, { loop, what: entry._label() }) ?? 0;
  }

  private _note_select(timeout: number): void {
    const loop = this._kernel.label(this._pipe.loop);
    this._observer?.note("loop.select", 0, { loop, timeout: timeout === Infinity ? null : timeout });
  }
}
