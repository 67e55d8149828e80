/** Mirrors `asyncio.queues`: queues between the tasks of one loop. They are not safe for threads. */
import { AttributeError, Exception, IndexError, ValueError } from "../builtins/exceptions.js";
import { define_classes, repr, type_name } from "../builtins/repr.js";
import { heappop, heappush } from "../heapq.js";
import { interpreter } from "../interpreter/state.js";
import type { Coroutine } from "./awaitable.js";
import type { Future } from "./futures.js";
import { _name_methods, _remove, Event } from "./locks.js";
import { _LoopBoundMixin, type LoopOptions } from "./mixins.js";

/** `get_nowait` of an empty queue. */
export class QueueEmpty extends Exception {}

/** `put_nowait` into a full queue. */
export class QueueFull extends Exception {}

/** A queue that was shut down takes nothing any more, and gives nothing once it is empty (3.13 and later). */
export class QueueShutDown extends Exception {}

function wake_next(waiters: Future<null>[]): void {
  for (let next = waiters.shift(); next !== undefined; next = waiters.shift()) {
    if (next.done()) continue;
    next.set_result(null);
    return;
  }
}

function wake_all(waiters: Future<null>[]): void {
  for (const waiter of waiters.splice(0)) if (!waiter.done()) waiter.set_result(null);
}

/** First in, first out. Mirrors `asyncio.Queue`; `_init`, `_get` and `_put` can be overridden. */
export class Queue<T = unknown> extends _LoopBoundMixin {
  /** What is in it: of `_init`, `_get` and `_put`. */
  protected _queue: T[] = [];
  private readonly _maxsize: number;
  private readonly _getters: Future<null>[] = [];
  private readonly _putters: Future<null>[] = [];
  private readonly _finished: Event;
  private _unfinished_tasks = 0;
  private _is_shutdown = false;

  /**
   * @param maxsize how many items it holds; 0 or less for any number
   * @param options `loop`, up to 3.9: see {@link LoopOptions}
   */
  constructor(maxsize = 0, options: LoopOptions = {}) {
    super(options);
    this._maxsize = maxsize;
    this._finished = new Event(options);
    this._finished.set();
    this._init(maxsize);
  }

  /** Makes the queue ready for its first item. */
  protected _init(_maxsize: number): void {
    this._queue = [];
  }

  /** Takes the next item out. */
  protected _get(): T {
    if (this._queue.length === 0) throw new IndexError("pop from an empty deque");
    return this._queue.shift() as T;
  }

  /** Puts an item in. */
  protected _put(item: T): void {
    this._queue.push(item);
  }

  /** How many items are in it. */
  qsize(): number {
    return this._queue.length;
  }

  /** How many items it holds; 0 or less for any number. */
  get maxsize(): number {
    return this._maxsize;
  }

  /** Whether nothing is in it. */
  empty(): boolean {
    return this._queue.length === 0;
  }

  /** Whether as many items are in it as it holds. */
  full(): boolean {
    return this._maxsize > 0 && this.qsize() >= this._maxsize;
  }

  /**
   * Puts an item in; waits while the queue is full.
   * @throws QueueShutDown from 3.13 on
   * @throws RuntimeError `… is bound to a different event loop` (3.10 and later), if it has to wait
   */
  *put(item: T): Coroutine<void> {
    while (this.full()) {
      if (this._is_shutdown) throw new QueueShutDown();
      yield* this._wait_among(this._putters, () => !this.full());
    }
    this.put_nowait(item);
  }

  /** Puts an item in. @throws QueueFull; QueueShutDown from 3.13 on */
  put_nowait(item: T): void {
    if (this._is_shutdown) throw new QueueShutDown();
    if (this.full()) throw new QueueFull();
    this._put(item);
    this._unfinished_tasks++;
    this._finished.clear();
    wake_next(this._getters);
  }

  /**
   * Takes the next item out; waits while the queue is empty. Who was woken may find that another one took it, and queues again behind the others.
   * @throws QueueShutDown from 3.13 on, once nothing is left
   * @throws RuntimeError `… is bound to a different event loop` (3.10 and later), if it has to wait
   */
  *get(): Coroutine<T> {
    while (this.empty()) {
      if (this._is_shutdown) throw new QueueShutDown();
      yield* this._wait_among(this._getters, () => !this.empty());
    }
    return this.get_nowait();
  }

  /** Takes the next item out. @throws QueueEmpty; QueueShutDown from 3.13 on */
  get_nowait(): T {
    if (this.empty()) throw this._is_shutdown ? new QueueShutDown() : new QueueEmpty();
    const item = this._get();
    wake_next(this._putters);
    return item;
  }

  /** @param ready whether one who waits there could go on */
  private *_wait_among(waiters: Future<null>[], ready: () => boolean): Coroutine<void> {
    const waiter = this._waiter<null>();
    waiters.push(waiter);
    try {
      yield* waiter;
    } catch (error) {
      waiter.cancel();
      _remove(waiters, waiter);
      // It was woken and does not come, so the next one is.
      if (ready() && !waiter.cancelled()) wake_next(waiters);
      throw error;
    }
  }

  /** Says that the work on an item that was taken out is done. @throws ValueError `task_done() called too many times` */
  task_done(): void {
    if (this._unfinished_tasks <= 0) throw new ValueError("task_done() called too many times");
    if (--this._unfinished_tasks === 0) this._finished.set();
  }

  /** Waits until `task_done` was called for every item that was put in. */
  *join(): Coroutine<void> {
    if (this._unfinished_tasks > 0) yield* this._finished.wait();
  }

  /**
   * Shuts the queue down (3.13 and later): nothing can be put in any more, and everybody who waits is woken.
   * @param immediate whether what is in it is thrown away, so that nothing can be taken out either
   * @throws AttributeError before 3.13
   */
  shutdown(immediate = false): void {
    if (!interpreter().profile.asyncQueueShutdown) {
      throw new AttributeError(`'${type_name(this)}' object has no attribute 'shutdown'`);
    }
    this._is_shutdown = true;
    if (immediate) {
      while (!this.empty()) {
        this._get();
        if (this._unfinished_tasks > 0) this._unfinished_tasks--;
      }
      if (this._unfinished_tasks === 0) this._finished.set();
    }
    wake_all(this._getters);
    wake_all(this._putters);
  }

  private _format(): string {
    let text = `maxsize=${repr(this._maxsize)}`;
    if (this._queue.length > 0) text += ` _queue=${repr(this._queue)}`;
    if (this._getters.length > 0) text += ` _getters[${String(this._getters.length)}]`;
    if (this._putters.length > 0) text += ` _putters[${String(this._putters.length)}]`;
    if (this._unfinished_tasks > 0) text += ` tasks=${String(this._unfinished_tasks)}`;
    return this._is_shutdown ? `${text} shutdown` : text;
  }

  __repr__(): string {
    return `<${type_name(this)} at ${interpreter().addressOf(this)} ${this._format()}>`;
  }

  __str__(): string {
    return `<${type_name(this)} ${this._format()}>`;
  }
}

/** The least item first. Mirrors `asyncio.PriorityQueue`. */
export class PriorityQueue<T = unknown> extends Queue<T> {
  protected override _get(): T {
    return heappop(this._queue);
  }

  protected override _put(item: T): void {
    heappush(this._queue, item);
  }
}

/** Last in, first out. Mirrors `asyncio.LifoQueue`. */
export class LifoQueue<T = unknown> extends Queue<T> {
  protected override _get(): T {
    if (this._queue.length === 0) throw new IndexError("pop from empty list");
    return this._queue.pop() as T;
  }
}

define_classes("asyncio.queues", { Queue, PriorityQueue, LifoQueue, QueueEmpty, QueueFull, QueueShutDown });
_name_methods(Queue, "put", "get", "join");
