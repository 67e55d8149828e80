/** Mirrors `asyncio.runners`. */
import {
  AttributeError,
  BaseException,
  KeyboardInterrupt,
  RuntimeError,
  TypeError,
  ValueError,
} from "../builtins/exceptions.js";
import { is_class } from "../builtins/names.js";
import { mark_raised, set_context } from "../builtins/raise.js";
import { repr } from "../builtins/repr.js";
import { type Context, copy_context } from "../contextvars.js";
import { interpreter } from "../interpreter/state.js";
import { current } from "../kernel/current.js";
import type { Blocking } from "../kernel/traps.js";
import { default_int_handler, getsignal, SIGINT, signal, type SignalHandler } from "../signal.js";
import { current_thread, main_thread } from "../threading/thread.js";
import type { Coroutine, MustAwait, Returns } from "./awaitable.js";
import type { BaseEventLoop } from "./base_events.js";
import { iscoroutine } from "./coroutines.js";
import { _get_running_loop, new_event_loop, set_event_loop } from "./events.js";
import { CancelledError } from "./exceptions.js";
import { isfuture } from "./futures.js";
import { _gather } from "./gather.js";
import { all_tasks, type Task } from "./tasks.js";

/** Python's keyword arguments of `Runner` and `run`. */
export interface RunnerOptions {
  /** Debug mode on or off; as the environment says unless told. */
  readonly debug?: boolean | null;
  /** Makes the loop (3.12 and later for `run`); it is then not set as the thread's loop. */
  readonly loop_factory?: (() => BaseEventLoop) | (new () => BaseEventLoop) | null;
}

/** Cancels all tasks of a loop, waits until they are done however long they resist, and reports what they raised. */
function* _cancel_all_tasks(loop: BaseEventLoop): Blocking<void> {
  const tasks = [...all_tasks(loop)];
  if (tasks.length === 0) return;
  for (const task of tasks) task.cancel();
  yield* loop.run_until_complete(_gather(loop, tasks, true));
  for (const task of tasks) {
    if (task.cancelled() || task.exception() === null) continue;
    yield* loop.call_exception_handler({
      message: "unhandled exception during asyncio.run() shutdown",
      exception: task.exception(),
      task,
    });
  }
}

/** How long the threads of the default executor may take to end (3.12 and later), in seconds. */
const THREAD_JOIN_TIMEOUT = 300;

/** The shutdown that every version ends a run with. */
function* close_loop(loop: BaseEventLoop, unset: boolean): Blocking<void> {
  try {
    yield* _cancel_all_tasks(loop);
    yield* loop.run_until_complete(loop.shutdown_asyncgens());
    const { runShutsExecutorDown, executorShutdownTimeout } = interpreter().profile;
    if (runShutsExecutorDown) {
      const limit: [] | [number] = executorShutdownTimeout ? [THREAD_JOIN_TIMEOUT] : [];
      yield* loop.run_until_complete(loop.shutdown_default_executor(...limit));
    }
  } finally {
    if (unset) set_event_loop(null);
    yield* loop.close();
  }
}

/** Python's `try … finally` around a run: what its end raises has what the run raised as its context. */
function* closing<T>(running: Blocking<T>, end: () => Blocking<void>): Blocking<T> {
  let result: T;
  try {
    result = yield* running;
  } catch (error) {
    mark_raised(error);
    yield* ending_during(error, end());
    throw error;
  }
  yield* end();
  return result;
}

function* ending_during(raised: unknown, end: Blocking<void>): Blocking<void> {
  try {
    yield* end;
  } catch (error) {
    if (error instanceof BaseException && raised instanceof BaseException) set_context(error, raised);
    throw error;
  }
}

/** What may be run: a coroutine; from 3.14 on any awaitable. @throws ValueError or TypeError as the version has it */
function check_main(main: unknown): void {
  if (iscoroutine(main)) return;
  if (!interpreter().profile.runTakesAwaitables) throw new ValueError(`a coroutine was expected, got ${repr(main)}`);
  if (!isfuture(main)) throw new TypeError("An asyncio.Future, a coroutine or an awaitable is required");
}

/** Wraps an awaitable that is no coroutine object, which `create_task` does not take. */
function* as_coroutine<T>(awaitable: Iterable<unknown, T>): Coroutine<T> {
  return yield* awaitable as Coroutine<T>;
}

function made_by(factory: (() => BaseEventLoop) | (new () => BaseEventLoop)): BaseEventLoop {
  return is_class(factory) ? new factory() : factory();
}

const CREATED = 0;
const INITIALIZED = 1;
const CLOSED = 2;

/** A loop for several `run` calls, with one context. Mirrors `asyncio.Runner` (3.11 and later). */
export class Runner {
  readonly #options: RunnerOptions;
  #state = CREATED;
  #loop: BaseEventLoop | null = null;
  #context: Context | null = null;
  #set_event_loop = false;
  /** How often SIGINT has come in this run. */
  #interrupt_count = 0;

  constructor(options: RunnerOptions = {}) {
    if (!interpreter().profile.runner) throw new AttributeError("module 'asyncio' has no attribute 'Runner'");
    this.#options = options;
  }

  /** Python's `with Runner() as runner:` around a blocking function. */
  *with<T>(body: (runner: this) => Blocking<T>): Blocking<T> {
    this.#init();
    return yield* closing(body(this), () => this.close());
  }

  /**
   * Runs a coroutine to its end.
   * @throws RuntimeError `Runner.run() cannot be called from a running event loop`, or `Runner is closed`
   * @throws ValueError `a coroutine was expected, got …` (TypeError from 3.14 on)
   */
  run<G extends Coroutine<unknown>>(
    coro: G & MustAwait<G>,
    options: { readonly context?: Context | null } = {},
  ): Blocking<Returns<G>> {
    current().calls("runner.run(…)");
    return this._run(coro as unknown as Coroutine<Returns<G>>, options.context ?? null);
  }

  /** @internal */
  *_run<T>(coro: Coroutine<T>, context: Context | null): Blocking<T> {
    current().undriven = "";
    const { profile } = interpreter();
    if (!profile.runnerLooksAtLoopFirst) check_main(coro);
    if (_get_running_loop() !== null) {
      throw new RuntimeError("Runner.run() cannot be called from a running event loop");
    }
    const loop = this.#init();
    check_main(coro);
    const main = iscoroutine(coro) ? coro : as_coroutine<T>(coro);
    const task = loop.create_task(main, { context: context ?? this.#context });
    const restore = this.#take_sigint(loop, task);
    this.#interrupt_count = 0;
    try {
      return yield* loop.run_until_complete<T>(task);
    } catch (error) {
      throw this.#interrupted(task, error);
    } finally {
      restore();
    }
  }

  /** A SIGINT cancels the main task, the second one raises KeyboardInterrupt at once: unless the program has a handler of its own. @returns what undoes it */
  #take_sigint(loop: BaseEventLoop, task: Task): () => void {
    const nothing = (): void => undefined;
    if (current_thread() !== main_thread() || getsignal(SIGINT) !== default_int_handler) return nothing;
    const on_sigint: SignalHandler = () => this.#on_sigint(loop, task, nothing);
    signal(SIGINT, on_sigint);
    return () => {
      if (getsignal(SIGINT) === on_sigint) signal(SIGINT, default_int_handler);
    };
  }

  *#on_sigint(loop: BaseEventLoop, task: Task, wake_up: () => void): Blocking<void> {
    this.#interrupt_count++;
    if (this.#interrupt_count > 1 || task.done()) throw new KeyboardInterrupt();
    task.cancel();
    yield* loop.call_soon_threadsafe(wake_up);
  }

  /** What leaves the run: KeyboardInterrupt in place of the cancellation that a SIGINT was. */
  #interrupted(task: Task, error: unknown): unknown {
    if (!(error instanceof CancelledError) || this.#interrupt_count === 0 || task.uncancel() > 0) return error;
    const interrupt = new KeyboardInterrupt();
    mark_raised(error);
    set_context(interrupt, error);
    return interrupt;
  }

  /** The runner's loop. */
  get_loop(): BaseEventLoop {
    return this.#init();
  }

  /** Cancels what is left and closes the loop. */
  close(): Blocking<void> {
    current().calls("runner.close()");
    return this.#close();
  }

  *#close(): Blocking<void> {
    current().undriven = "";
    if (this.#state !== INITIALIZED || this.#loop === null) return;
    const loop = this.#loop;
    try {
      yield* close_loop(loop, this.#set_event_loop);
    } finally {
      this.#loop = null;
      this.#state = CLOSED;
    }
  }

  #init(): BaseEventLoop {
    if (this.#state === CLOSED) throw new RuntimeError("Runner is closed");
    if (this.#loop !== null) return this.#loop;
    const { loop_factory: make = null, debug = null } = this.#options;
    const loop = make === null ? new_event_loop() : made_by(make);
    if (make === null) {
      set_event_loop(loop);
      this.#set_event_loop = true;
    }
    if (debug !== null) loop.set_debug(debug);
    this.#loop = loop;
    this.#context = copy_context();
    this.#state = INITIALIZED;
    return loop;
  }
}

/** `asyncio.run` as it was before `Runner`. */
function* run_before_runner<T>(main: Coroutine<T>, debug: boolean | null): Blocking<T> {
  check_main(main);
  const loop = new_event_loop();
  set_event_loop(loop);
  if (debug !== null) loop.set_debug(debug);
  return yield* closing(loop.run_until_complete(main), () => close_loop(loop, true));
}

/**
 * Runs a coroutine in a new loop, then cancels what is left and closes the loop.
 * @returns what the coroutine returns
 * @throws RuntimeError `asyncio.run() cannot be called from a running event loop`
 * @throws ValueError `a coroutine was expected, got …` (TypeError from 3.14 on)
 */
export function run<G extends Coroutine<unknown>>(
  main: G & MustAwait<G>,
  options: RunnerOptions = {},
): Blocking<Returns<G>> {
  current().calls("asyncio.run(…)");
  return running(main as unknown as Coroutine<Returns<G>>, options);
}

function* running<T>(main: Coroutine<T>, options: RunnerOptions): Blocking<T> {
  current().undriven = "";
  const { profile } = interpreter();
  if (_get_running_loop() !== null) {
    throw new RuntimeError("asyncio.run() cannot be called from a running event loop");
  }
  if (options.loop_factory !== undefined && !profile.runLoopFactory) {
    throw new TypeError("run() got an unexpected keyword argument 'loop_factory'");
  }
  if (!profile.runner) return yield* run_before_runner(main, options.debug ?? null);
  return yield* new Runner(options).with((runner) => runner._run(main, null));
}
