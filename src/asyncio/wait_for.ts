/** `asyncio.wait_for`, which 3.12 rewrote. CPython has it in `asyncio.tasks`. */
import { BaseException, RuntimeError, TypeError } from "../builtins/exceptions.js";
import { name_generators, type_name } from "../builtins/names.js";
import { mark_raised, raise, set_context } from "../builtins/raise.js";
import { partial } from "../functools.js";
import { awaitErrorOf } from "../interpreter/await_error.js";
import { interpreter } from "../interpreter/state.js";
import type { Await, Awaitable, Coroutine, MustBeAwaitable, Outcome } from "./awaitable.js";
import type { BaseEventLoop } from "./base_events.js";
import { FutureBase } from "./base_futures.js";
import { isawaitable, iscoroutine } from "./coroutines.js";
import { get_running_loop } from "./events.js";
import { CancelledError, TimeoutError } from "./exceptions.js";
import { _release_waiter, type Future } from "./futures.js";
import { _given_loop, _is_awaited, _warn_of_loop, type LoopArgument } from "./loop_argument.js";
import { own_coroutine } from "./sleep.js";
import { ensure_future } from "./tasks.js";
import { _error_of_expired, Expiry } from "./timeouts.js";

/**
 * Awaits something for a limited time. When the time is over, what is awaited is cancelled, and the wait lasts until that has really ended.
 *
 * Up to 3.11 a coroutine runs in a task of its own. From 3.12 on it runs in the calling one, under `timeout()`. With a limit of 0 or less, what is
 * not done already is cancelled at once, and a coroutine does not begin.
 * @param fut a coroutine object, a future or a task
 * @param timeout in seconds; `null` for no limit
 * @param options `loop`, up to 3.9
 * @returns what the awaited thing gives
 * @throws TimeoutError when the time is over; up to 3.10 it is `asyncio.TimeoutError`, a class of its own
 */
export function wait_for<A extends Awaitable<unknown>>(
  fut: A & MustBeAwaitable<A>,
  timeout: number | null,
  options: LoopArgument = {},
): Coroutine<Outcome<A>> {
  const given = _given_loop("wait_for", options);
  if (timeout === undefined) throw new TypeError("wait_for() missing 1 required positional argument: 'timeout'");
  const awaitable = own_coroutine(fut as unknown as Awaitable<Outcome<A>>);
  if (interpreter().profile.waitForInline) return new WaitFor(awaitable, timeout);
  const coro: Coroutine<Outcome<A>> = wait_for_child(awaitable, timeout, given, () => _is_awaited(coro));
  return coro;
}

// ---- 3.12 and later --------------------------------------------------------------------------------------------------

type Step<T> = IteratorResult<Await, T>;
type Driven<T> = Iterator<unknown, T, undefined>;

const MADE = 0;
const ENTERED = 1;
const AWAITING = 2;
const OVER = 3;

/** The coroutine object. It is the timer as well, because a program may have many and neither outlives the other for long. */
class WaitFor<T> extends Expiry implements Iterator<Await, T, unknown> {
  private _phase = MADE;
  private _awaited: Awaitable<T> | Driven<T> | null;
  private readonly _limited: boolean;
  /** The task's count of cancellations at the beginning. */
  private _before = 0;

  constructor(awaitable: Awaitable<T>, timeout: number | null) {
    super(timeout ?? 0);
    this._limited = timeout !== null;
    this._awaited = awaitable;
    interpreter().dormantWaits++;
  }

  next(): Step<T> {
    if (this._phase !== AWAITING) this._enter();
    try {
      if (this._phase === ENTERED) {
        this._awaited = awaited(this._awaited as Awaitable<T>)[Symbol.iterator]();
        this._phase = AWAITING;
      }
      return this._settle((this._awaited as Driven<T>).next() as Step<T>);
    } catch (error) {
      throw this._left_by(error);
    }
  }

  throw(error: unknown): Step<T> {
    if (this._phase !== AWAITING) {
      this._started();
      throw error;
    }
    const awaited = this._awaited as Required<Driven<T>>;
    if (awaited instanceof FutureBase) {
      // It would throw the error back, which costs more than all the rest.
      awaited.return(undefined);
      throw this._left_by(error);
    }
    try {
      return this._settle(awaited.throw(error) as Step<T>);
    } catch (raised) {
      throw this._left_by(raised);
    }
  }

  return(value: T): Step<T> {
    if (this._phase === AWAITING) (this._awaited as Driven<T>).return?.(value);
    this._started();
    this._leave();
    return { done: true, value };
  }

  private _enter(): void {
    if (this._phase === OVER) throw new RuntimeError("cannot reuse already awaited coroutine");
    this._started();
    const limited = this._limited;
    if (limited && is_over(this._when)) {
      this._awaited = without_time(this._awaited as Awaitable<T>, null);
    } else {
      const loop = get_running_loop();
      if (limited) this._when += loop.time();
      const task = loop._current_task;
      if (task === null) throw new RuntimeError("Timeout should be used inside a task");
      this._before = task.cancelling();
      if (limited) this._begin(task, loop);
    }
    this._phase = ENTERED;
  }

  /** It is no longer one that nobody has awaited; until something is awaited in it, an error ends it. */
  private _started(): void {
    if (this._phase === MADE) interpreter().dormantWaits--;
    this._phase = OVER;
  }

  private _settle(step: Step<T>): Step<T> {
    if (step.done === true && this._leave()) this._task?.uncancel();
    return step;
  }

  private _left_by(error: unknown): unknown {
    return this._leave() && this._task !== null ? _error_of_expired(this._task, this._before, error) : error;
  }

  /** @returns whether the timer has cancelled the task */
  private _leave(): boolean {
    this._phase = OVER;
    this._awaited = null;
    this._cancel();
    return this._fired();
  }

  [Symbol.iterator](): this {
    return this;
  }

  get __qualname__(): string {
    return "wait_for";
  }

  get [Symbol.toStringTag](): string {
    return "Generator";
  }
}

// ---- up to 3.11 ------------------------------------------------------------------------------------------------------

function* wait_for_child<T>(
  awaitable: Awaitable<T>,
  timeout: number | null,
  given: BaseEventLoop | null,
  is_awaited: () => boolean,
): Coroutine<T> {
  if (given !== null && is_awaited()) _warn_of_loop();
  const loop = given ?? get_running_loop();
  if (timeout === null) return yield* awaited(awaitable);
  if (is_over(timeout)) return yield* without_time(awaitable, loop);
  const waiter = loop.create_future<void>();
  const timer = loop.call_later(timeout, _release_waiter, waiter);
  const child = ensure_future(awaitable as Coroutine<T>, { loop });
  const released = releaser(waiter);
  child.add_done_callback(released);
  try {
    try {
      yield* waiter;
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      return yield* cancelled_while_waiting(child, released, error);
    }
    if (child.done()) return child.result();
    child.remove_done_callback(released);
    yield* cancel_and_wait(child);
    if (!loop._interpreter.profile.waitForKeepsOutcome) throw new TimeoutError();
    return outcome_of_cancelled(child);
  } finally {
    timer.cancel();
  }
}

// Both algorithms give coroutine objects of the same name.
name_generators(Object.defineProperty(wait_for_child, "__qualname__", { value: "wait_for" }));

/** The caller was cancelled: if the child is done all the same, its outcome counts and the cancellation is lost. */
function* cancelled_while_waiting<T>(child: Future<T>, released: () => void, error: CancelledError): Coroutine<T> {
  mark_raised(error);
  if (child.done()) return outcome_while_handling(child, error);
  child.remove_done_callback(released);
  try {
    yield* cancel_and_wait(child);
  } catch (second) {
    const { profile } = child.get_loop()._interpreter;
    if (profile.throwChainsContext && second instanceof BaseException) set_context(second, error);
    throw second;
  }
  throw error;
}

function outcome_while_handling<T>(child: Future<T>, error: CancelledError): T {
  try {
    return child.result();
  } catch (raised) {
    if (raised instanceof BaseException) set_context(raised, error);
    throw raised;
  }
}

// ---- both ------------------------------------------------------------------------------------------------------------

/** A limit that is over before it begins. @throws TypeError `'<=' not supported between instances of … and 'int'` */
function is_over(timeout: number): boolean {
  if (typeof timeout === "number") return timeout <= 0;
  throw new TypeError(`'<=' not supported between instances of '${type_name(timeout)}' and 'int'`);
}

/** @param loop where the awaitable must belong; `null` for anywhere */
function* without_time<T>(awaitable: Awaitable<T>, loop: BaseEventLoop | null): Coroutine<T> {
  const child = ensure_future(awaitable as Coroutine<T>, { loop });
  if (child.done()) return child.result();
  yield* cancel_and_wait(child);
  const result = outcome_of_cancelled(child);
  if (!child.get_loop()._interpreter.profile.waitForKeepsOutcome) throw new TimeoutError();
  return result;
}

/** The outcome of a child that was cancelled in vain, or the timeout. */
function outcome_of_cancelled<T>(child: Future<T>): T {
  try {
    return child.result();
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    return raise(new TimeoutError(), { from: error, handling: error });
  }
}

/** Cancels a future and waits until it is done, which a task may put off. */
function* cancel_and_wait(child: Future): Coroutine<void> {
  const waiter = get_running_loop().create_future<void>();
  const released = releaser(waiter);
  child.add_done_callback(released);
  try {
    child.cancel();
    yield* waiter;
  } finally {
    child.remove_done_callback(released);
  }
}

/** A callback that a repr shows as CPython's does: the function, with the waiter. */
function releaser(waiter: Future<void>): () => void {
  return partial(_release_waiter, waiter);
}

/**
 * Something that is about to be awaited.
 * @throws TypeError {@link awaitErrorOf}
 * @throws RuntimeError `cannot reuse already awaited coroutine`
 */
function awaited<T>(awaitable: Awaitable<T>): Awaitable<T> {
  if (awaitable instanceof FutureBase) return awaitable as Awaitable<T>;
  if (iscoroutine(awaitable)) {
    if (awaitable._owner !== undefined) throw new RuntimeError("cannot reuse already awaited coroutine");
    awaitable._owner = awaitable;
    return awaitable;
  }
  if (isawaitable(awaitable)) return awaitable;
  throw awaitErrorOf(awaitable);
}
