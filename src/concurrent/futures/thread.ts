/**
 * Mirrors `concurrent.futures.thread`: the pool of threads.
 *
 * A pool's lock is held while a worker is started, and so is the one that all pools have in common; a queue and a semaphore tell the workers what to do and the
 * pool who has nothing to do. All of them are shared objects, so that whatever can come between can do so here.
 */
import { BaseException, RuntimeError, TypeError, ValueError } from "../../builtins/exceptions.js";
import { mark_raised } from "../../builtins/raise.js";
import { define_classes, type_name } from "../../builtins/repr.js";
import { format_exception } from "../../builtins/traceback.js";
import { interpreter } from "../../interpreter/state.js";
import { current, RunLocal } from "../../kernel/current.js";
import type { Kernel } from "../../kernel/kernel.js";
import { Gate, Operation } from "../../kernel/operation.js";
import type { Blocking } from "../../kernel/traps.js";
import { waitAt } from "../../kernel/wait.js";
import { Empty } from "../../queue/errors.js";
import { SimpleQueue } from "../../queue/simple_queue.js";
import { Semaphore } from "../../threading/semaphore.js";
import { Thread } from "../../threading/thread.js";
import { Future } from "./_base.js";
import { BrokenExecutor, call_work, Executor, type ResultOf, type ShutdownOptions, type Work } from "./executor.js";

/** How many processors the simulated machine has. */
const CPUS = 4;

/** A lock of the library, which the program can find held. */
class InternalLock {
  readonly #gate: Gate;
  readonly #taking: Operation;

  constructor(kind: string) {
    this.#gate = new Gate(kind, true);
    this.#taking = new Operation(`acquire ${kind}`, this.#gate, "write", this.#gate);
  }

  *acquire(kernel: Kernel): Blocking<void> {
    yield* waitAt(kernel, this.#taking);
    kernel.close(this.#gate);
    this.#gate.owner = kernel.thread;
  }

  /** Takes it as a part of the operation before, unless somebody holds it. */
  *join(kernel: Kernel): Blocking<void> {
    if (!this.#gate.open) yield* waitAt(kernel, this.#taking);
    kernel.close(this.#gate);
    this.#gate.owner = kernel.thread;
  }

  release(kernel: Kernel): void {
    this.#gate.owner = null;
    kernel.open(this.#gate);
  }
}

/** This module's globals, of one run. */
class Globals {
  /** How many executors have taken a number. */
  count = 0;
  /** Whether the interpreter is ending. */
  shutdown = false;
  readonly lock = new InternalLock("global executor lock");
  readonly workers = new Map<Thread, SimpleQueue<WorkItem | null>>();

  constructor() {
    const run = interpreter();
    (run.profile.poolsEndFirst ? run.atThreadsEnd : run.atExit).push(() => this.#python_exit());
  }

  /** The end of the interpreter tells all workers to end, and waits for them. */
  *#python_exit(): Blocking<void> {
    const kernel = current();
    if (kernel.credit-- <= 0) yield shutting_down;
    if (interpreter().profile.poolsEndFirst) {
      yield* this.lock.join(kernel);
      this.lock.release(kernel);
    }
    this.shutdown = true;
    const alive = [...this.workers].filter(([thread]) => !thread._has_ended());
    for (const [, queue] of alive) yield* queue.put(null);
    for (const [thread] of alive) yield* thread.join();
  }
}

const shutting_down = new Operation("shut executors down", null, "write");
const globals = new RunLocal<Globals>(() => new Globals());

/** A call that was submitted. */
class WorkItem {
  readonly future: Future;
  readonly #fn: unknown;
  readonly #args: readonly unknown[];

  constructor(future: Future, fn: unknown, args: readonly unknown[]) {
    this.future = future;
    this.#fn = fn;
    this.#args = args;
  }

  *run(kernel: Kernel): Blocking<void> {
    if (!(yield* this.future._set_running(kernel))) return;
    let result: unknown;
    try {
      result = yield* call_work(this.#fn, this.#args);
    } catch (error) {
      if (!(error instanceof BaseException)) throw error;
      mark_raised(error);
      yield* this.future._finish(kernel, undefined, error, error);
      return;
    }
    yield* this.future._finish(kernel, result, null);
  }
}

/** Writes what Python logs about an exception. */
function* log_critical(kernel: Kernel, text: string, error: BaseException): Blocking<void> {
  mark_raised(error);
  yield* interpreter().stderr.write(kernel, [`${text}\n${format_exception(error)}`], true);
}

/** The initializer of a pool's threads has failed. */
export class BrokenThreadPool extends BrokenExecutor {}

/** Python's keyword arguments of `ThreadPoolExecutor` besides `max_workers`. */
export interface ThreadPoolOptions<A extends unknown[] = [], R = unknown> {
  /** What the names of the threads begin with; `ThreadPoolExecutor-0` and so on unless told. */
  readonly thread_name_prefix?: string;
  /** Called by each new thread first, plain or blocking. If it fails, the pool cannot be used any more. */
  readonly initializer?: Work<A, R> | null;
  readonly initargs?: Readonly<A>;
}

/** Calls functions in a pool of threads, which begin as they are needed. Mirrors `concurrent.futures.ThreadPoolExecutor`. */
export class ThreadPoolExecutor<A extends unknown[] = [], R = unknown> extends Executor {
  readonly _max_workers: number;
  readonly _work_queue: SimpleQueue<WorkItem | null>;
  /** Counts the workers that have nothing to do. */
  readonly _idle_semaphore: Semaphore;
  readonly _threads = new Set<Thread>();
  _broken: string | false = false;
  _shutdown = false;
  readonly _thread_name_prefix: string;
  /** Whether nobody but its workers has it any more. */
  #forgotten = false;
  readonly #initializer: Work<A, R> | null;
  readonly #initargs: readonly unknown[];
  readonly #lock: InternalLock;

  /**
   * @param max_workers how many threads at most; `null` or none for 8, which is what Python takes on the simulated machine with its four processors
   * @param options Python's other keyword arguments
   * @throws ValueError `max_workers must be greater than 0`
   * @throws TypeError `initializer must be a callable`
   */
  constructor(max_workers: number | null = null, options: ThreadPoolOptions<A, R> = {}) {
    super();
    const workers = max_workers ?? Math.min(32, CPUS + 4);
    if (typeof workers !== "number") {
      throw new TypeError(`'<=' not supported between instances of '${type_name(workers)}' and 'int'`);
    }
    if (workers <= 0) throw new ValueError("max_workers must be greater than 0");
    this.#initializer = options.initializer ?? null;
    this.#initargs = options.initargs ?? [];
    if (this.#initializer !== null && typeof this.#initializer !== "function") {
      throw new TypeError("initializer must be a callable");
    }
    this._max_workers = workers;
    this._work_queue = new SimpleQueue();
    this._idle_semaphore = new Semaphore(0);
    this.#lock = new InternalLock("executor lock");
    const run = globals.get();
    const { thread_name_prefix: prefix = "" } = options;
    this._thread_name_prefix = prefix === "" ? `ThreadPoolExecutor-${String(run.count++)}` : prefix;
  }

  /**
   * Has a function called by one of the threads.
   * @param fn plain or blocking
   * @param args what it is called with
   * @returns the future of its result
   * @throws RuntimeError `cannot schedule new futures after shutdown`, or `… after interpreter shutdown`
   * @throws BrokenThreadPool after an initializer has failed
   */
  override submit<B extends unknown[], S>(fn: Work<B, S>, ...args: B): Blocking<Future<ResultOf<S>>> {
    const kernel = current();
    kernel.calls("executor.submit(…)");
    return this.#submitting(kernel, fn, args) as Blocking<never>;
  }

  *#submitting(kernel: Kernel, fn: unknown, args: readonly unknown[]): Blocking<Future> {
    kernel.undriven = "";
    const run = globals.of(kernel);
    const locks_all = interpreter().profile.poolsEndFirst;
    yield* this.#lock.acquire(kernel);
    if (locks_all) yield* run.lock.join(kernel);
    try {
      if (this._broken !== false) throw new BrokenThreadPool(this._broken);
      if (this._shutdown) throw new RuntimeError("cannot schedule new futures after shutdown");
      if (run.shutdown) throw new RuntimeError("cannot schedule new futures after interpreter shutdown");
      const future = new Future();
      yield* this._work_queue.put(new WorkItem(future, fn, args));
      yield* this.#adjust_thread_count(run);
      return future;
    } finally {
      if (locks_all) run.lock.release(kernel);
      this.#lock.release(kernel);
    }
  }

  /** Starts a thread, unless one has nothing to do or there are enough. */
  *#adjust_thread_count(run: Globals): Blocking<void> {
    if (yield* this._idle_semaphore.acquire(true, 0)) return;
    const count = this._threads.size;
    if (count >= this._max_workers) return;
    const name = `${this._thread_name_prefix}_${String(count)}`;
    const daemon = interpreter().profile.poolsEndFirst ? null : true;
    const thread = new Thread({ name, daemon, target: () => this.#worker() });
    yield* thread.start();
    this._threads.add(thread);
    run.workers.set(thread, this._work_queue);
  }

  /** What a thread of the pool does. */
  *#worker(): Blocking<void> {
    const kernel = current();
    try {
      if (this.#initializer !== null) yield* call_work(this.#initializer, this.#initargs);
    } catch (error) {
      if (!(error instanceof BaseException)) throw error;
      yield* log_critical(kernel, "Exception in initializer:", error);
      yield* this.#initializer_failed(kernel, error);
      return;
    }
    try {
      while (yield* this.#do_next(kernel));
    } catch (error) {
      if (!(error instanceof BaseException)) throw error;
      yield* log_critical(kernel, "Exception in worker", error);
    }
  }

  /** Does what is next in the queue. @returns false when the worker has to end */
  *#do_next(kernel: Kernel): Blocking<boolean> {
    const idle_when_empty = interpreter().profile.workersIdleWhenEmpty;
    const item = yield* idle_when_empty ? this.#take_or_idle() : this._work_queue.get();
    if (item !== null) {
      yield* item.run(kernel);
      if (!idle_when_empty && !this.#forgotten) yield* this._idle_semaphore.release();
      return true;
    }
    if (!globals.of(kernel).shutdown && !this.#forgotten && !this._shutdown) return true;
    this._shutdown = true;
    // The other workers are to know, too.
    yield* this._work_queue.put(null);
    return false;
  }

  *#take_or_idle(): Blocking<WorkItem | null> {
    try {
      return yield* this._work_queue.get_nowait();
    } catch (error) {
      if (!(error instanceof Empty)) throw error;
    }
    if (!this.#forgotten) yield* this._idle_semaphore.release();
    return yield* this._work_queue.get();
  }

  *#initializer_failed(kernel: Kernel, error: BaseException): Blocking<void> {
    yield* this.#lock.acquire(kernel);
    try {
      const broken = (this._broken = "A thread initializer failed, the thread pool is not usable anymore");
      for (;;) {
        const item = yield* this.#take_rest();
        if (item === undefined) return;
        if (item !== null) yield* item.future._finish(kernel, undefined, new BrokenThreadPool(broken), error);
      }
    } finally {
      this.#lock.release(kernel);
    }
  }

  /** What nobody has taken yet, one by one; nothing at the end. */
  *#take_rest(): Blocking<WorkItem | null | undefined> {
    try {
      return yield* this._work_queue.get_nowait();
    } catch (error) {
      if (!(error instanceof Empty)) throw error;
      return undefined;
    }
  }

  /** Takes no more calls; waits, unless told not to, until those that were submitted have been made. */
  override shutdown(options: ShutdownOptions = {}): Blocking<void> {
    const kernel = current();
    kernel.calls("executor.shutdown(…)");
    return this.#shutting_down(kernel, options);
  }

  *#shutting_down(kernel: Kernel, { wait = true, cancel_futures }: ShutdownOptions): Blocking<void> {
    kernel.undriven = "";
    if (cancel_futures !== undefined && !interpreter().profile.shutdownCancelsFutures) {
      throw new TypeError("shutdown() got an unexpected keyword argument 'cancel_futures'");
    }
    yield* this.#lock.acquire(kernel);
    try {
      this._shutdown = true;
      if (cancel_futures === true) yield* this.#cancel_rest(kernel);
      yield* this._work_queue.put(null);
    } finally {
      this.#lock.release(kernel);
    }
    if (wait) for (const thread of this._threads) yield* thread.join();
  }

  /** Python's end of a pool that nobody has any more: its workers are told to end, in the middle of whatever the thread does. @internal */
  _release(): void {
    this.#forgotten = true;
    if (this._shutdown) return;
    const kernel = current();
    for (const thread of this._threads) if (!thread._has_ended()) this._work_queue._put_unseen(kernel, null);
  }

  /** @internal */
  *_freed(): Blocking<void> {
    this._release();
  }

  *#cancel_rest(kernel: Kernel): Blocking<void> {
    for (;;) {
      const item = yield* this.#take_rest();
      if (item === undefined) return;
      if (item !== null) yield* item.future._cancel(kernel);
    }
  }
}

define_classes("concurrent.futures.thread", { BrokenThreadPool, ThreadPoolExecutor });
