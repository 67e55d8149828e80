/**
 * `run_forever` and `run_until_complete` as the blocking calls that drive a loop. They are iterators by hand: a loop is resumed at every switch of threads, and
 * each generator on the way would cost as much as the switch.
 */
import { RuntimeError } from "../builtins/exceptions.js";
import type { Bindings, EnteredContext } from "../interpreter/state.js";
import type { Operation } from "../kernel/operation.js";
import type { Coroutine } from "./awaitable.js";
import type { BaseEventLoop } from "./base_events.js";
import type { FutureBase } from "./base_futures.js";
import type { Future } from "./futures.js";
import { leaves_loop } from "./handle.js";
import type { Task } from "./task.js";
import { ensure_future } from "./tasks.js";

type Step<T> = IteratorResult<Operation, T>;

/** What the thread had before the loop ran. */
export interface Outside {
  readonly bindings: Bindings;
  readonly context: EnteredContext | null;
}

/** One call of `run_forever`. */
export class RunForever implements Generator<Operation, unknown, unknown> {
  protected readonly loop: BaseEventLoop;
  #begun = false;
  #outside: Outside | null = null;
  /** What every switch of threads gives: read at once and reused. */
  readonly #step: { done: false; value: Operation } = { done: false, value: null as unknown as Operation };

  constructor(loop: BaseEventLoop) {
    this.loop = loop;
  }

  next(): Step<unknown> {
    const { loop } = this;
    try {
      if (!this.#begun) {
        this.#begun = true;
        loop._kernel.undriven = "";
        this.begin();
      }
      const operation = loop._advance();
      if (operation !== null) {
        this.#step.value = operation;
        return this.#step;
      }
    } catch (error) {
      this.#end();
      throw error;
    }
    this.#end();
    return { done: true, value: undefined };
  }

  /** Checks that the loop may run, and makes it the running one. */
  protected begin(): void {
    this.loop._check_open();
    this.loop._check_running();
    this.#outside = this.loop._begin();
  }

  #end(): void {
    const outside = this.#outside;
    this.#outside = null;
    // In 3.13.0 a nested call that is refused runs this part all the same, on behalf of the outer one.
    if (outside !== null || this.refusalEnds()) this.loop._end(outside);
  }

  protected refusalEnds(): boolean {
    return this.loop._interpreter.profile.nestedRunCorruptsOuter;
  }

  throw(error: unknown): Step<unknown> {
    this.#end();
    throw error;
  }

  return(value: unknown): Step<unknown> {
    this.#end();
    return { done: true, value };
  }

  [Symbol.iterator](): this {
    return this;
  }

  get [Symbol.toStringTag](): string {
    return "Generator";
  }
}

/** One call of `run_until_complete`. */
export class RunUntilComplete<T> extends RunForever {
  readonly #awaitable: FutureBase<T> | Coroutine<T>;
  #future: Future<T> | null = null;
  /** Whether the task was made here, so that nobody else can see it. */
  #made = false;

  constructor(loop: BaseEventLoop, awaitable: FutureBase<T> | Coroutine<T>) {
    super(loop);
    this.#awaitable = awaitable;
  }

  protected override begin(): void {
    const { loop } = this;
    loop._check_open();
    loop._check_running();
    const future = ensure_future(this.#awaitable, { loop });
    this.#made = (future as unknown) !== this.#awaitable;
    // Nobody can see the task, so nothing is said of it when the loop stops before its end.
    if (this.#made) (future as unknown as Task)._log_destroy_pending = false;
    future.add_done_callback(_run_until_complete_cb);
    this.#future = future;
    super.begin();
  }

  /** It checks before it begins, so a refusal ends nothing. */
  protected override refusalEnds(): boolean {
    return false;
  }

  override next(): Step<T> {
    let step: Step<unknown>;
    try {
      step = super.next();
    } catch (error) {
      const future = this.#future;
      future?.remove_done_callback(_run_until_complete_cb);
      if (future !== null && this.#made && future.done() && !future.cancelled()) future.exception();
      throw error;
    }
    if (step.done !== true) return step;
    const future = this.#future as Future<T>;
    future.remove_done_callback(_run_until_complete_cb);
    if (!future.done()) throw new RuntimeError("Event loop stopped before Future completed.");
    return { done: true, value: future.result() };
  }
}

/** The done-callback of `run_until_complete`. */
function _run_until_complete_cb(future: Future): void {
  const error = future.cancelled() ? null : future.exception();
  if (error !== null && leaves_loop(error)) return;
  future.get_loop().stop();
}
