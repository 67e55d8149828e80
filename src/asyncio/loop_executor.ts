/** The part of the event loop that has threads do something: `run_in_executor` and the default executor. CPython has it in `asyncio.base_events`. */
import { AttributeError, Exception, RuntimeError, TimeoutError, TypeError } from "../builtins/exceptions.js";
import { repr } from "../builtins/repr.js";
import type { Executor, ResultOf, Work } from "../concurrent/futures/executor.js";
import { ThreadPoolExecutor } from "../concurrent/futures/thread.js";
import type { Blocking } from "../kernel/traps.js";
import { Thread } from "../threading/thread.js";
import type { Coroutine } from "./awaitable.js";
import { wrap_future } from "./chaining.js";
import { Future } from "./futures.js";
import { SchedulingLoop } from "./loop_schedule.js";
import { timeout as limited } from "./timeouts.js";

/** A loop as far as it has executors. */
export abstract class ExecutorLoop extends SchedulingLoop {
  #default_executor: Executor | null = null;
  /** Whether nobody but this loop knows its executor. */
  #own_executor = false;
  #executor_shutdown_called = false;

  /**
   * Has a function called by another thread; its result comes to this loop. No context is passed on.
   * @param executor who calls it; `null` for the default executor, a pool of threads that begins with the first such call
   * @param func plain or blocking
   * @param args what it is called with
   * @returns what can be awaited: `yield* yield* loop.run_in_executor(null, func)`
   * @throws RuntimeError `Event loop is closed`, `Executor shutdown has been called`, and what `executor.submit` raises
   */
  run_in_executor<A extends unknown[], R>(
    executor: Executor | null,
    func: Work<A, R>,
    ...args: A
  ): Blocking<Future<ResultOf<R>>> {
    this._kernel.calls("loop.run_in_executor(…)");
    return this.#running(executor, func as never, args) as Blocking<never>;
  }

  *#running(executor: Executor | null, func: Work<unknown[], unknown>, args: unknown[]): Blocking<Future> {
    this._kernel.undriven = "";
    this._check_open();
    if (this._debug) this._check_call(func, "run_in_executor", false);
    const future = yield* (executor ?? this.#executor()).submit(func, ...args);
    return wrap_future(future, { loop: this._self() });
  }

  /** The default executor, made when it is first needed. */
  #executor(): Executor {
    if (this.#executor_shutdown_called && this._interpreter.profile.runShutsExecutorDown) {
      throw new RuntimeError("Executor shutdown has been called");
    }
    if (this.#default_executor === null) {
      const named = this._interpreter.profile.defaultExecutorNamed;
      this.#default_executor = new ThreadPoolExecutor(null, named ? { thread_name_prefix: "asyncio" } : {});
      this.#own_executor = true;
    }
    return this.#default_executor;
  }

  /**
   * Sets what `run_in_executor(null, …)` uses.
   * @throws TypeError `executor must be ThreadPoolExecutor instance`; a DeprecationWarning up to 3.10
   */
  set_default_executor(executor: Executor): void {
    if (!(executor instanceof ThreadPoolExecutor)) {
      if (this._interpreter.profile.executorMustBePool) {
        throw new TypeError("executor must be ThreadPoolExecutor instance");
      }
      const text =
        "Using the default executor that is not an instance of ThreadPoolExecutor is deprecated and will be prohibited in Python 3.9";
      this._interpreter.warn("DeprecationWarning", text);
    }
    const before = this.#default_executor;
    this.#default_executor = executor;
    if (this.#own_executor && before instanceof ThreadPoolExecutor) before._release();
    this.#own_executor = false;
  }

  /**
   * Shuts the default executor down and waits for its threads (3.9 and later).
   * @param given how long at most (3.12 and later), in seconds; `null` or none for no limit. When it is over there is a RuntimeWarning
   * @throws AttributeError in 3.8; TypeError for an argument up to 3.11
   */
  shutdown_default_executor(...given: [timeout?: number | null]): Coroutine<void> {
    const { profile } = this._interpreter;
    if (!profile.runShutsExecutorDown) {
      throw new AttributeError("'_UnixSelectorEventLoop' object has no attribute 'shutdown_default_executor'");
    }
    if (given.length > (profile.executorShutdownTimeout ? 1 : 0)) {
      const name = "shutdown_default_executor";
      const takes = profile.executorShutdownTimeout ? "from 1 to 2 positional arguments" : "1 positional argument";
      const callee = profile.qualifiedArgumentErrors ? `BaseEventLoop.${name}` : name;
      throw new TypeError(`${callee}() takes ${takes} but ${String(given.length + 1)} were given`);
    }
    return this.#shutting_down(given[0] ?? null);
  }

  *#shutting_down(timeout: number | null): Coroutine<void> {
    const { profile } = this._interpreter;
    this.#executor_shutdown_called = true;
    const executor = this.#default_executor;
    if (executor === null) return;
    const future = new Future<null>(null, this._self());
    const _do_shutdown = (): Blocking<void> => this.#do_shutdown(executor, future);
    const thread = new Thread({ target: _do_shutdown });
    yield* thread.start();
    if (profile.executorShutdownInTime) {
      try {
        yield* limited(timeout).with(() => awaited(future));
      } catch (error) {
        if (!(error instanceof TimeoutError)) throw error;
        return yield* this.#give_up(executor, timeout);
      }
      yield* thread.join();
      return;
    }
    try {
      yield* future;
    } finally {
      yield* thread.join(timeout);
    }
    if (profile.executorShutdownTimeout && (yield* thread.is_alive())) yield* this.#give_up(executor, timeout);
  }

  *#give_up(executor: Executor, timeout: number | null): Blocking<void> {
    const seconds = repr(timeout);
    const text = `The executor did not finishing joining its threads within ${seconds} seconds.`;
    this._interpreter.warn("RuntimeWarning", text);
    yield* executor.shutdown({ wait: false });
  }

  /** What a thread of its own does: it waits for the executor's threads, and tells the loop. */
  *#do_shutdown(executor: Executor, future: Future<null>): Blocking<void> {
    const { closedLoopDropsResults: checks, executorShutdownInTime: checks_future } = this._interpreter.profile;
    try {
      yield* executor.shutdown({ wait: true });
      if (checks && this.is_closed()) return;
      const _set_result_unless_cancelled = (one: Future<null>, value: null): void => {
        if (!one.cancelled()) one.set_result(value);
      };
      const set_result = (value: null): void => {
        future.set_result(value);
      };
      if (checks_future) yield* this.call_soon_threadsafe(_set_result_unless_cancelled, future, null);
      else yield* this.call_soon_threadsafe(set_result, null);
    } catch (error) {
      if (!(error instanceof Exception)) throw error;
      if ((checks && this.is_closed()) || (checks_future && future.cancelled())) return;
      const set_exception = (exception: Exception): void => {
        future.set_exception(exception);
      };
      yield* this.call_soon_threadsafe(set_exception, error);
    }
  }

  /** A loop that is closed shuts its executor down, and waits for nobody. @internal */
  protected *_close_executor(): Blocking<void> {
    this.#executor_shutdown_called = true;
    const executor = this.#default_executor;
    if (executor === null) return;
    this.#default_executor = null;
    yield* executor.shutdown({ wait: false });
    if (this.#own_executor && executor instanceof ThreadPoolExecutor) executor._release();
  }
}

function* awaited<T>(future: Future<T>): Coroutine<T> {
  return yield* future;
}
