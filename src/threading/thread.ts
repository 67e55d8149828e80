/** `threading.Thread`, the main thread, the excepthook, and the end of the interpreter. */
import { AssertionError, AttributeError, BaseException, RuntimeError, TypeError } from "../builtins/exceptions.js";
import { str, type_name } from "../builtins/repr.js";
import { checkSeconds, deadlineAfter } from "../interpreter/seconds.js";
import type { Context } from "../contextvars.js";
import { interpreter, ThreadState, threadState } from "../interpreter/state.js";
import { RunLocal, current } from "../kernel/current.js";
import type { Kernel } from "../kernel/kernel.js";
import { Gate, Operation, SharedObject } from "../kernel/operation.js";
import { DONE, type Thread as KernelThread } from "../kernel/thread.js";
import { isBlocking, type Blocking, type MustBlock } from "../kernel/traps.js";
import { waitAt } from "../kernel/wait.js";
import { resumed } from "../interpreter/streams.js";
import { deprecated } from "./deprecated.js";
import { report_thread_exception } from "./excepthook.js";
import { cannot_delete } from "./local.js";

/** Python's keyword arguments of `Thread`. */
export interface ThreadOptions<A extends unknown[] = [], R = unknown> {
  /** What `run()` calls. */
  readonly target?: (((...args: A) => R) & MustBlock<R>) | null;
  readonly args?: Readonly<A>;
  /** `Thread-N (target)` unless told. */
  readonly name?: string | null;
  /** Whether it keeps the program alive; as the creating thread unless told. */
  readonly daemon?: boolean | null;
  /** In which context it runs (3.14 and later); an empty one unless told. */
  readonly context?: Context | null;
  readonly group?: null;
}

/** The options can be left out where the target takes no arguments. */
type ThreadArguments<A extends unknown[], R> = [] extends A
  ? [options?: ThreadOptions<A, R>]
  : [options: ThreadOptions<A, R> & { readonly args: Readonly<A> }];

/** `threading`'s globals, of one run. */
interface Globals {
  main: Thread | null;
  /** Those that run, in order of beginning. */
  readonly active: Set<Thread>;
  /** Those that are being started. */
  readonly limbo: Set<Thread>;
  /** All that the interpreter may have to wait for, in order of starting. */
  readonly unfinished: Set<Thread>;
  /** Whether the interpreter has begun to end. */
  closing: boolean;
}

const globals = new RunLocal<Globals>(() => ({
  main: null,
  active: new Set(),
  limbo: new Set(),
  unfinished: new Set(),
  closing: false,
}));

/** A function whose declaration names it `target`; JavaScript gives that name to what stands behind `target:` too. */
const DECLARED = /^function\s*\*?\s*target\b/;

/** `__name__` of a function as Python would have it: functions without a name of their own are lambdas, partials have none. */
export function name_of(target: unknown): string | null {
  if (typeof target !== "function" || Object.hasOwn(target, "__repr__")) return null;
  const name = target.name.replace(/^bound /, "");
  return name === "" || (name === "target" && !DECLARED.test(target.toString())) ? "<lambda>" : name;
}

/** A thread of control. Mirrors `threading.Thread`; a subclass overrides `run`. */
export class Thread<A extends unknown[] = [], R = unknown> {
  #name: string;
  #daemon: boolean;
  readonly #target: ((...args: A) => unknown) | null;
  readonly #args: A;
  readonly #context: Context | null;
  /** Whether `run` has called the target, which Python then deletes. */
  #spent = false;
  #kernelThread: KernelThread | null = null;
  readonly #shared = new SharedObject("thread");
  readonly #started = new Gate("start of thread", false);
  readonly #ended = new Gate("end of thread", false);
  readonly #starting = new Operation("start thread", this.#shared, "write");
  readonly #awaitingStart = new Operation("wait for thread to start", this.#started, "read", this.#started);
  readonly #joining = new Operation("join thread", this.#ended, "read", this.#ended);
  readonly #ending = new Operation("end", this.#shared, "write");
  readonly #looking = new Operation("look at thread", this.#shared, "read");

  /**
   * @param options Python's keyword arguments
   * @throws AssertionError `group argument must be None for now`
   */
  constructor(...given: ThreadArguments<A, R>) {
    const options = given[0] ?? {};
    if ((options.group ?? null) !== null) throw new AssertionError("group argument must be None for now");
    this.#target = options.target ?? null;
    this.#args = [...((options.args ?? []) as A)] as A;
    const { name = null } = options;
    this.#name = name === null || str(name) === "" ? default_name(this.#target) : str(name);
    this.#daemon = options.daemon ?? current_thread().daemon;
    this.#context = options.context ?? null;
    if (options.context !== undefined && !interpreter().profile.threadTakesContext) {
      const method = interpreter().profile.qualifiedArgumentErrors ? "Thread.__init__" : "__init__";
      throw new TypeError(`${method}() got an unexpected keyword argument 'context'`);
    }
  }

  get name(): string {
    return this.#name;
  }
  set name(name: string) {
    this.#name = str(name);
    if (this.#kernelThread !== null) this.#kernelThread.name = this.#name;
  }

  get daemon(): boolean {
    return this.#daemon;
  }
  /** @throws RuntimeError `cannot set daemon status of active thread` */
  set daemon(daemon: boolean) {
    if (this.#started.open) throw new RuntimeError("cannot set daemon status of active thread");
    this.#daemon = daemon;
  }

  /** Its number among the threads of the run, from 1; `null` before it has begun. */
  get ident(): number | null {
    return this.#kernelThread === null || !this.#started.open ? null : this.#kernelThread.id + 1;
  }

  /** The same as {@link ident}. */
  get native_id(): number | null {
    return this.ident;
  }

  /**
   * Starts the thread and waits until it has begun.
   * @throws RuntimeError `threads can only be started once`
   */
  start(): Blocking<void> {
    const kernel = current();
    kernel.calls("thread.start()");
    return this.#start(kernel);
  }

  *#start(kernel: Kernel): Blocking<void> {
    kernel.undriven = "";
    if (this.#kernelThread !== null) throw new RuntimeError("threads can only be started once");
    const run = globals.of(kernel);
    const self = this as unknown as Thread;
    run.limbo.add(self);
    if (kernel.credit-- <= 0) yield this.#starting;
    if (run.closing && interpreter().profile.noThreadsAtExit) {
      run.limbo.delete(self);
      throw new RuntimeError("can't create new thread at interpreter shutdown");
    }
    run.unfinished.add(self);
    const thread = kernel.spawn(this.#bootstrap(kernel), this.#name, this.#daemon);
    this.#kernelThread = thread;
    this.#ended.owner = thread;
    this.#started.owner = thread;
    thread.activity = kernel.observer?.note("thread.start", 0, { child: thread.id, name: this.#name }) ?? 0;
    yield* waitAt(kernel, this.#awaitingStart);
  }

  /** A thread's life: it says that it has begun, runs, reports what it raised, and can then be joined. */
  *#bootstrap(kernel: Kernel): Blocking<void> {
    const thread = kernel.thread as KernelThread;
    const state = new ThreadState();
    state.thread = this;
    thread.local = state;
    const { active, limbo, unfinished } = globals.of(kernel);
    const self = this as unknown as Thread;
    thread.activity = kernel.observer?.note("thread.begin", 0, { name: this.#name }) ?? 0;
    kernel.open(this.#started, thread.activity);
    if (kernel.credit-- <= 0) yield resumed;
    active.add(self);
    limbo.delete(self);
    try {
      // A generator less for the usual thread, which is resumed at every switch.
      const start = this.run === Thread.prototype.run ? () => this.#call_target() : () => this.run();
      const body: unknown = this.#context === null ? start() : this.#context.run(start);
      if (isBlocking(body)) yield* body;
    } catch (error) {
      if (!(error instanceof BaseException)) throw error;
      yield* report_thread_exception(self, error);
    }
    if (kernel.credit-- <= 0) yield this.#ending;
    active.delete(self);
    unfinished.delete(self);
    kernel.open(this.#ended, kernel.observer?.note("thread.end", 0, {}) ?? 0);
  }

  /** Ends the main thread as far as others can see: the interpreter lives on. @internal */
  *_finish(kernel: Kernel): Blocking<void> {
    if (kernel.credit-- <= 0) yield this.#ending;
    kernel.open(this.#ended);
  }

  /** Waits for its end, also where it has not begun yet. @internal */
  *_ended(kernel: Kernel): Blocking<void> {
    yield* waitAt(kernel, this.#joining);
  }

  /** Whether it has ended, where nobody watches. @internal */
  _has_ended(): boolean {
    return this.#ended.open;
  }

  /** What the thread does: calls the target, and forgets it. A subclass overrides it. @throws AttributeError the second time */
  *run(): Blocking<void> {
    if (this.#spent) throw cannot_delete(type_name(this), "_target");
    try {
      const result = this.#call_target();
      if (isBlocking(result)) yield* result;
    } finally {
      this.#spent = true;
    }
  }

  #call_target(): unknown {
    const target: unknown = this.#target;
    if (target === null) return null;
    if (typeof target !== "function") throw new TypeError(`'${type_name(target)}' object is not callable`);
    return (target as (...args: A) => unknown)(...this.#args);
  }

  /**
   * Waits until the thread has ended.
   * @param timeout how long at most, in seconds; `null` for ever
   * @throws RuntimeError when it was not started, or is the calling thread itself
   * @throws TypeError, ValueError or OverflowError for a timeout that is none
   */
  join(timeout: number | null = null): Blocking<void> {
    const kernel = current();
    kernel.calls("thread.join(…)");
    return this.#join(kernel, timeout);
  }

  *#join(kernel: Kernel, timeout: number | null): Blocking<void> {
    kernel.undriven = "";
    // Who calls `start()` waits until the thread has begun; for others it counts as not started until then.
    if (!this.#started.open) throw new RuntimeError("cannot join thread before it is started");
    if (this.#kernelThread === kernel.thread) throw new RuntimeError("cannot join current thread");
    if (timeout !== null) checkJoinTimeout(timeout);
    yield* waitAt(kernel, this.#joining, deadlineAfter(kernel.now, timeout));
  }

  /** Whether it has begun and has not ended. */
  is_alive(): Blocking<boolean> {
    const kernel = current();
    kernel.calls("thread.is_alive()");
    return this.#look(kernel);
  }

  *#look(kernel: Kernel): Blocking<boolean> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.#looking;
    return this.#started.open && !this.#ended.open;
  }

  // ---- what these were called before ---------------------------------------------------------------------------------

  /** The old way to ask for {@link name}. */
  getName(): string {
    deprecated("getName()", "get the name attribute");
    return this.name;
  }

  /** The old way to set {@link name}. */
  setName(name: string): void {
    deprecated("setName()", "set the name attribute");
    this.name = name;
  }

  /** The old way to ask for {@link daemon}. */
  isDaemon(): boolean {
    deprecated("isDaemon()", "get the daemon attribute");
    return this.daemon;
  }

  /** The old way to set {@link daemon}. */
  setDaemon(daemon: boolean): void {
    deprecated("setDaemon()", "set the daemon attribute");
    this.daemon = daemon;
  }

  /** The same as {@link is_alive}, up to 3.8. @throws AttributeError from 3.9 on */
  isAlive(): Blocking<boolean> {
    const run = interpreter();
    if (!run.profile.threadIsAliveOldName) {
      throw new AttributeError(`'${type_name(this)}' object has no attribute 'isAlive'`);
    }
    run.warn("DeprecationWarning", "isAlive() is deprecated, use is_alive() instead");
    return this.is_alive();
  }

  __repr__(): string {
    const thread = this.#kernelThread;
    if (thread === null || !this.#started.open)
      return `<${this.constructor.name}(${this.#name}, initial${this.#daemon ? " daemon" : ""})>`;
    let status = this.#ended.open || thread.state === DONE ? "stopped" : "started";
    if (this.#daemon) status += " daemon";
    status += ` ${String(thread.id + 1)}`;
    return `<${this.constructor.name}(${this.#name}, ${status})>`;
  }

  /** @internal The object for a thread that is running already: the main thread, or one that Python did not start. */
  static _adopt(thread: KernelThread, name: string, daemon: boolean, kind: new (o: ThreadOptions) => Thread): Thread {
    const object = new kind({ name, daemon });
    object.#kernelThread = thread;
    object.#ended.owner = thread;
    object.#started.open = true;
    return object;
  }
}

/** The thread that a program begins in. */
export class _MainThread extends Thread {}

/** A thread that was not started by `threading`. */
export class _DummyThread extends Thread {}

/** Python takes the greater of the timeout and 0, and waits for a lock that long. */
function checkJoinTimeout(timeout: number): void {
  if (typeof timeout !== "number") {
    throw new TypeError(`'>' not supported between instances of 'int' and '${type_name(timeout)}'`);
  }
  if (!(timeout <= 0)) checkSeconds(timeout);
}

function default_name(target: unknown): string {
  const run = interpreter();
  const number = ++run.threadNumber;
  const shown = run.profile.threadNameShowsTarget ? name_of(target) : null;
  return shown === null ? `Thread-${String(number)}` : `Thread-${String(number)} (${shown})`;
}

/** The Thread object of the calling thread. */
export function current_thread(): Thread {
  const state = threadState();
  if (state.thread instanceof Thread) return state.thread as Thread;
  const { thread } = current();
  if (thread === null) throw new RuntimeError("no thread is running");
  const name = `Dummy-${String(++interpreter().threadNumber)}`;
  const dummy = Thread._adopt(thread, name, true, _DummyThread);
  state.thread = dummy;
  return dummy;
}

/** The thread that the scenario began in. */
export function main_thread(): Thread {
  const { main } = globals.get();
  if (main === null) throw new RuntimeError("no main thread");
  return main;
}

/** @internal Makes the kernel's first thread Python's main thread. */
export function adopt_main_thread(kernel: Kernel, thread: KernelThread): void {
  const state = new ThreadState();
  thread.local = state;
  const main = Thread._adopt(thread, "MainThread", false, _MainThread);
  state.thread = main;
  const run = globals.of(kernel);
  run.main = main;
  run.active.add(main);
}

/** All threads that are alive, in order of beginning, and then those that are being started. */
export function enumerate(): Thread[] {
  const { active, limbo } = globals.get();
  return [...active, ...limbo];
}

/** How many threads are alive. */
export function active_count(): number {
  const { active, limbo } = globals.get();
  return active.size + limbo.size;
}

/** The calling thread's `ident`. */
export function get_ident(): number {
  return (current().thread?.id ?? 0) + 1;
}

/** The same as {@link get_ident}. */
export function get_native_id(): number {
  return get_ident();
}

/** @internal What the interpreter does when the main thread has ended: it waits for every thread that is not a daemon. */
export function* shutdown(kernel: Kernel): Blocking<void> {
  const run = globals.of(kernel);
  run.closing = true;
  for (const function_of_end of interpreter().atThreadsEnd.reverse()) yield* function_of_end();
  if (run.main !== null) yield* run.main._finish(kernel);
  for (;;) {
    const next = [...run.unfinished].find((thread) => !thread.daemon);
    if (next === undefined) return;
    yield* next._ended(kernel);
  }
}
