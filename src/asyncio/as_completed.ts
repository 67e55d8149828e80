/**
 * `asyncio.as_completed`. CPython has it in `asyncio.tasks`.
 *
 * The plain loop is written as in Python: `for (const next of asyncio.as_completed(aws)) { const result = yield* next; }`. For `async for` (3.13 and
 * later) see `async_for` and `async_loop`.
 */
import { take_chosen } from "../builtins/chosen_set.js";
import { StopAsyncIteration, TypeError } from "../builtins/exceptions.js";
import { default_repr, define_classes, hex_address, name_generators, type_name } from "../builtins/repr.js";
import { interpreter } from "../interpreter/state.js";
import type { Awaitable, Coroutine, MustBeAwaitable, Outcome } from "./awaitable.js";
import type { BaseEventLoop } from "./base_events.js";
import { iscoroutine } from "./coroutines.js";
import { get_event_loop } from "./events.js";
import { TimeoutError } from "./exceptions.js";
import { type Future, isfuture } from "./futures.js";
import type { Handle } from "./handle.js";
import { _given_loop, _warn_of_loop, type LoopArgument } from "./loop_argument.js";
import { Queue } from "./queues.js";
import { ensure_future } from "./tasks.js";
import { _distinct, _in_set_order } from "./wait.js";

/** Python's keyword arguments of `as_completed`. */
export interface AsCompletedOptions extends LoopArgument {
  /** In seconds, for all together; `null` or none for no limit. */
  readonly timeout?: number | null;
}

/**
 * Gives awaitables one after the other as they are done. Coroutines become tasks, in an order that is a choice; the same object given twice
 * counts once. From 3.13 on this happens at the call; before, when the first one is asked for.
 * @returns an iterator of coroutines: each one waits until the next awaitable is done and gives its result. When the time is over, those that
 *   are left raise TimeoutError
 * @throws TypeError `expect an iterable of futures, not …` (from 3.13 on `expects an iterable of awaitables, not …`)
 */
export function as_completed<A extends Awaitable<unknown>>(
  fs: Iterable<A & MustBeAwaitable<A>>,
  options: AsCompletedOptions = {},
): AsCompletedIterator<Outcome<A>> {
  _given_loop("as_completed", options);
  const { asCompletedBeginsAtOnce } = interpreter().profile;
  const iterator = asCompletedBeginsAtOnce ? new AsCompletedIterator(fs, options) : new Completions(fs, options);
  return iterator as AsCompletedIterator<Outcome<A>>;
}

const GENERATOR_CALLBACKS = ["as_completed.<locals>._on_completion", "as_completed.<locals>._on_timeout"] as const;
const ITERATOR_CALLBACKS = ["_AsCompletedIterator._handle_completion", "_AsCompletedIterator._handle_timeout"] as const;

/** What `as_completed` gives up to 3.12: a generator, which begins when it is first asked. */
class Completions<T> implements IterableIterator<Coroutine<T>> {
  readonly #fs: Iterable<unknown>;
  readonly #options: AsCompletedOptions;
  #begun = false;
  #todo: Set<Future<T>> = new Set<Future<T>>();
  #done: Queue<Future<T> | null> | null = null;
  #timer: Handle | null = null;
  /** How many are still to be asked for. */
  #left = 0;
  readonly #on_completion: (f: Future<T>) => void;
  readonly #on_timeout: () => void;

  /** @param names what reprs call the callbacks of the awaitables and of the timer @internal */
  constructor(
    fs: Iterable<unknown>,
    options: AsCompletedOptions,
    names: readonly [string, string] = GENERATOR_CALLBACKS,
  ) {
    this.#fs = fs;
    this.#options = options;
    const [completed, over] = names;
    const callbacks = {
      [completed]: (f: Future<T>): void => {
        this.#completed(f);
      },
    };
    this.#on_completion = callbacks[completed] as (f: Future<T>) => void;
    const timers = {
      [over]: (): void => {
        this.#timed_out();
      },
    };
    this.#on_timeout = timers[over] as () => void;
  }

  protected _begin(refusal: string): void {
    if (this.#begun) return;
    this.#begun = true;
    const fs = this.#fs;
    const { loop: given = null } = this.#options;
    if (isfuture(fs) || iscoroutine(fs)) throw new TypeError(`${refusal}, not ${type_name(fs)}`);
    if (given !== null) _warn_of_loop();
    const loop = given ?? get_event_loop();
    this.#done = new Queue<Future<T> | null>(0, given === null ? {} : { loop: given });
    const todo = Array.from(_in_set_order(_distinct(fs)), (one) => ensure_future(one as Future<T>, { loop }));
    this.#todo = new Set(todo);
    this.#follow(loop);
  }

  /** Also this set has the order of addresses. It matters only for what is done already, and so comes in that order. */
  #follow(loop: BaseEventLoop): void {
    const done = [...this.#todo].filter((f) => f.done());
    for (const f of this.#todo)
      (f.done() ? (take_chosen(done) as Future<T>) : f).add_done_callback(this.#on_completion);
    this.#left = this.#todo.size;
    const { timeout = null } = this.#options;
    if (this.#left > 0 && timeout !== null) this.#timer = loop.call_later(timeout, this.#on_timeout);
  }

  #completed(f: Future<T>): void {
    if (this.#todo.size === 0) return;
    this.#todo.delete(f);
    this.#done?.put_nowait(f);
    if (this.#todo.size === 0) this.#timer?.cancel();
  }

  #timed_out(): void {
    for (const f of this.#todo) {
      f.remove_done_callback(this.#on_completion);
      this.#done?.put_nowait(null);
    }
    this.#todo.clear();
  }

  /** What the next one will come from; `null` when there are no more. */
  protected _next(): Queue<Future<T> | null> | null {
    if (this.#left === 0) return null;
    this.#left--;
    return this.#done;
  }

  /** A coroutine for the next one. */
  next(): IteratorResult<Coroutine<T>, undefined> {
    this._begin("expect an iterable of futures");
    const queue = this._next();
    return queue === null ? { done: true, value: undefined } : { done: false, value: _wait_for_one(queue) };
  }

  [Symbol.iterator](): this {
    return this;
  }

  __repr__(): string {
    return `<generator object as_completed at ${hex_address(this)}>`;
  }
}

/** What `as_completed` gives, which begins at once and can be iterated in both ways. Up to 3.12 it has no `__aiter__` and no `__anext__`. */
export class AsCompletedIterator<T> extends Completions<T> {
  /** @internal */
  constructor(fs: Iterable<unknown>, options: AsCompletedOptions) {
    super(fs, options, ITERATOR_CALLBACKS);
    this._begin("expects an iterable of awaitables");
  }

  __aiter__(): this {
    return this;
  }

  /**
   * Waits for the next future or task that is done: the one that was given, or the task of a coroutine.
   * @throws StopAsyncIteration when there are no more
   * @throws TimeoutError when the time was over before it was done
   */
  *__anext__(): Coroutine<Future<T>> {
    const queue = this._next();
    if (queue === null) throw new StopAsyncIteration();
    return yield* next_of(queue);
  }

  override __repr__(): string {
    return default_repr(this);
  }
}

define_classes("asyncio.tasks", { generator: Completions, _AsCompletedIterator: AsCompletedIterator });

function* _wait_for_one<T>(done: Queue<Future<T> | null>): Coroutine<T> {
  return (yield* next_of(done)).result();
}

name_generators(_wait_for_one);

function* next_of<T>(done: Queue<Future<T> | null>): Coroutine<Future<T>> {
  const f = yield* done.get();
  if (f === null) throw new TimeoutError();
  return f;
}
