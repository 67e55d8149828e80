/**
 * `queue.Queue` and its two relatives. CPython protects each by a lock with three conditions; here each method is one visible operation, since no
 * other thread can come between while that lock is held. Who waits has a gate, and competes again when it has been woken: an item that was
 * put for it can be taken by a thread that comes first.
 */
import { lt } from "../builtins/compare.js";
import { AttributeError, IndexError, ValueError } from "../builtins/exceptions.js";
import { default_repr, define_classes, type_name } from "../builtins/repr.js";
import { heappop, heappush } from "../heapq.js";
import { interpreter } from "../interpreter/state.js";
import { current } from "../kernel/current.js";
import type { Kernel } from "../kernel/kernel.js";
import { Operation, SharedObject } from "../kernel/operation.js";
import type { Blocking } from "../kernel/traps.js";
import { end_of_wait, Waiters } from "../threading/waiters.js";
import { Empty, Full, ShutDown } from "./errors.js";

/**
 * First in, first out. Mirrors `queue.Queue`. A subclass changes the order by `_init`, `_qsize`, `_put` and `_get`, which are plain functions and are
 * called while nobody else can use the queue.
 */
export class Queue<T = unknown> {
  /** How many items there may be; any number, unless it is greater than 0. It can be changed. */
  maxsize: number;
  /** What has been put and is still waited for by `join`. */
  unfinished_tasks = 0;
  /** Whether it was shut down (3.13 and later). */
  is_shutdown = false;
  /** The items, as `_init` has made them. */
  declare queue: T[];
  readonly #shared: SharedObject;
  readonly #getters: Waiters;
  readonly #putters: Waiters;
  readonly #joiners: Waiters;
  readonly #putting: Operation;
  readonly #getting: Operation;
  readonly #joining: Operation;
  readonly #finishing: Operation;
  readonly #looking: Operation;

  /**
   * @param maxsize how many items there may be; for 0 or less any number
   * @throws UsageError outside a run: it would keep its items from one run to the next
   */
  constructor(maxsize = 0) {
    current();
    this.maxsize = maxsize;
    this._init(maxsize);
    const shared = (this.#shared = new SharedObject("queue"));
    this.#getters = new Waiters(shared, "wait for item of queue");
    this.#putters = new Waiters(shared, "wait for room in queue");
    this.#joiners = new Waiters(shared, "wait for tasks of queue", "read");
    this.#putting = new Operation("put into queue", shared, "write");
    this.#getting = new Operation("get from queue", shared, "write");
    this.#joining = new Operation("join queue", shared, "read");
    this.#finishing = new Operation("finish task of queue", shared, "write");
    this.#looking = new Operation("look at queue", shared, "read");
  }

  // ---- what a subclass changes ---------------------------------------------------------------------------------------

  /** Makes the container of the items. @param _maxsize as the constructor got it */
  protected _init(_maxsize: number): void {
    this.queue = [];
  }

  /** How many items there are. */
  protected _qsize(): number {
    return this.queue.length;
  }

  /** Puts an item in. */
  protected _put(item: T): void {
    this.queue.push(item);
  }

  /** Takes the next item out; there is one. */
  protected _get(): T {
    if (this.queue.length === 0) throw new IndexError("pop from an empty deque");
    return this.queue.shift() as T;
  }

  // ---- putting and getting ---------------------------------------------------------------------------------------------

  /**
   * Puts an item in, when there is room.
   * @param item anything
   * @param block whether to wait for room
   * @param timeout how long at most, in seconds; `null` for ever. With one, the clock is read once, and again before each wait
   * @throws Full when there is none, or none in time
   * @throws ShutDown when the queue was shut down (3.13 and later)
   * @throws ValueError `'timeout' must be a non-negative number`, where the number of items is limited
   */
  put(item: T, block = true, timeout: number | null = null): Blocking<void> {
    const kernel = current();
    kernel.calls("queue.put(…)");
    return this.#put(kernel, item, block, timeout);
  }

  *#put(kernel: Kernel, item: T, block: boolean, timeout: number | null): Blocking<void> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.#putting;
    if (this.is_shutdown) throw new ShutDown();
    if (this.maxsize > 0) yield* this.#await_room(kernel, block, timeout);
    this._put(item);
    this.unfinished_tasks++;
    const cause = kernel.observer?.note("queue.put", 0, { queue: kernel.label(this.#shared) }) ?? 0;
    this.#getters.notify(kernel, 1, cause);
  }

  *#await_room(kernel: Kernel, block: boolean, timeout: number | null): Blocking<void> {
    const end = block && timeout !== null ? end_of(kernel, timeout) : null;
    while (this._qsize() >= this.maxsize) {
      if (!block) throw new Full();
      yield* this.#putters.wait(kernel, left_until(kernel, end, Full));
      if (this.is_shutdown) throw new ShutDown();
    }
  }

  /**
   * Takes the next item out, when there is one.
   * @param block whether to wait for one
   * @param timeout how long at most, in seconds; `null` for ever. With one, the clock is read once, and again before each wait
   * @throws Empty when there is none, or none in time
   * @throws ShutDown when there is none and the queue was shut down (3.13 and later)
   * @throws ValueError `'timeout' must be a non-negative number`
   */
  get(block = true, timeout: number | null = null): Blocking<T> {
    const kernel = current();
    kernel.calls("queue.get(…)");
    return this.#get(kernel, block, timeout);
  }

  *#get(kernel: Kernel, block: boolean, timeout: number | null): Blocking<T> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.#getting;
    if (this.is_shutdown && this._qsize() === 0) throw new ShutDown();
    const end = block && timeout !== null ? end_of(kernel, timeout) : null;
    while (this._qsize() === 0) {
      if (!block) throw new Empty();
      yield* this.#getters.wait(kernel, left_until(kernel, end, Empty));
      if (this.is_shutdown && this._qsize() === 0) throw new ShutDown();
    }
    const item = this._get();
    const cause = kernel.observer?.note("queue.get", 0, { queue: kernel.label(this.#shared) }) ?? 0;
    this.#putters.notify(kernel, 1, cause);
    return item;
  }

  /** `put` without waiting. @throws Full, ShutDown */
  put_nowait(item: T): Blocking<void> {
    return this.put(item, false);
  }

  /** `get` without waiting. @throws Empty, ShutDown */
  get_nowait(): Blocking<T> {
    return this.get(false);
  }

  // ---- tasks -----------------------------------------------------------------------------------------------------------

  /** Says that an item that somebody has got is dealt with. @throws ValueError `task_done() called too many times` */
  task_done(): Blocking<void> {
    const kernel = current();
    kernel.calls("queue.task_done()");
    return this.#finish(kernel);
  }

  *#finish(kernel: Kernel): Blocking<void> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.#finishing;
    const unfinished = this.unfinished_tasks - 1;
    if (unfinished < 0) throw new ValueError("task_done() called too many times");
    this.unfinished_tasks = unfinished;
    if (unfinished > 0) return;
    const cause = kernel.observer?.note("queue.done", 0, { queue: kernel.label(this.#shared) }) ?? 0;
    this.#joiners.notify(kernel, Infinity, cause);
  }

  /** Waits until `task_done` was called for each item that was put. */
  join(): Blocking<void> {
    const kernel = current();
    kernel.calls("queue.join()");
    return this.#join(kernel);
  }

  *#join(kernel: Kernel): Blocking<void> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.#joining;
    while (this.unfinished_tasks !== 0) yield* this.#joiners.wait(kernel, null);
  }

  /**
   * Lets `put` raise ShutDown from now on, and `get` too when there is nothing left (3.13 and later). All who wait are woken.
   * @param immediate whether to throw away what is left, each counted as done; then also those who join are woken
   * @throws AttributeError before 3.13
   */
  shutdown(immediate = false): Blocking<void> {
    const kernel = current();
    if (!interpreter().profile.queueShutdown) {
      throw new AttributeError(`'${type_name(this)}' object has no attribute 'shutdown'`);
    }
    kernel.calls("queue.shutdown(…)");
    return this.#shut_down(kernel, immediate);
  }

  *#shut_down(kernel: Kernel, immediate: boolean): Blocking<void> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield new Operation("shut queue down", this.#shared, "write");
    const cause = kernel.observer?.note("queue.shutdown", 0, { queue: kernel.label(this.#shared) }) ?? 0;
    this.is_shutdown = true;
    if (immediate) {
      while (this._qsize() > 0) {
        this._get();
        if (this.unfinished_tasks > 0) this.unfinished_tasks--;
      }
      this.#joiners.notify(kernel, Infinity, cause);
    }
    this.#getters.notify(kernel, Infinity, cause);
    this.#putters.notify(kernel, Infinity, cause);
  }

  // ---- looking -----------------------------------------------------------------------------------------------------------

  /** How many items there are. */
  qsize(): Blocking<number> {
    return this.#look("queue.qsize()", () => this._qsize());
  }

  /** Whether there is no item. */
  empty(): Blocking<boolean> {
    return this.#look("queue.empty()", () => this._qsize() === 0);
  }

  /** Whether there are as many items as there may be. */
  full(): Blocking<boolean> {
    return this.#look("queue.full()", () => this.maxsize > 0 && this.maxsize <= this._qsize());
  }

  #look<R>(name: string, what: () => R): Blocking<R> {
    const kernel = current();
    kernel.calls(name);
    return this.#looking_at(kernel, what);
  }

  *#looking_at<R>(kernel: Kernel, what: () => R): Blocking<R> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.#looking;
    return what();
  }

  __repr__(): string {
    return default_repr(this);
  }
}

/** When a wait is over: one read of the clock. @throws ValueError `'timeout' must be a non-negative number` */
function end_of(kernel: Kernel, timeout: number): number {
  if (lt(timeout, 0)) throw new ValueError("'timeout' must be a non-negative number");
  return end_of_wait(kernel, timeout);
}

/**
 * How long to wait until then, in seconds: one read of the clock.
 * @param end `null` for ever, without a read
 * @param error what is raised when the time is over
 */
function left_until(kernel: Kernel, end: number | null, error: new () => Empty | Full): number | null {
  if (end === null) return null;
  const left = end - kernel.readClock();
  if (left <= 0) throw new error();
  return left;
}

/** The smallest item first, by Python's `<`; for instance tuples of a number and data. Mirrors `queue.PriorityQueue`. */
export class PriorityQueue<T = unknown> extends Queue<T> {
  protected override _put(item: T): void {
    heappush(this.queue, item);
  }

  protected override _get(): T {
    return heappop(this.queue);
  }
}

/** Last in, first out. Mirrors `queue.LifoQueue`. */
export class LifoQueue<T = unknown> extends Queue<T> {
  protected override _get(): T {
    if (this.queue.length === 0) throw new IndexError("pop from empty list");
    return this.queue.pop() as T;
  }
}

define_classes("queue", { Queue, PriorityQueue, LifoQueue });
