/**
 * `queue.SimpleQueue`, which CPython has in C. Up to 3.12 those who wait compete for a lock, and whoever comes can take the item first; from 3.13
 * on `put` gives it to the longest-waiting one.
 */
import { ValueError } from "../builtins/exceptions.js";
import { default_repr, define_classes } from "../builtins/repr.js";
import { checkSeconds } from "../interpreter/seconds.js";
import { interpreter } from "../interpreter/state.js";
import { current } from "../kernel/current.js";
import type { Kernel } from "../kernel/kernel.js";
import { Gate, Operation } from "../kernel/operation.js";
import type { Thread } from "../kernel/thread.js";
import type { Blocking } from "../kernel/traps.js";
import { runningThread, waitAt } from "../kernel/wait.js";
import { Empty } from "./errors.js";

/** A thread that waits for an item, from 3.13 on. */
class Getter<T> {
  readonly gate = new Gate("waiter", false);
  readonly thread: Thread;
  item: T | undefined = undefined;

  constructor(thread: Thread) {
    this.thread = thread;
  }
}

/** First in, first out, without a limit and without tasks. Mirrors `queue.SimpleQueue`. */
export class SimpleQueue<T = unknown> {
  readonly #items: T[] = [];
  /** Open while there are items. */
  readonly #filled: Gate;
  readonly #getters: Getter<T>[] = [];
  readonly #handsOver: boolean;
  readonly #putting: Operation;
  readonly #getting: Operation;
  readonly #trying: Operation;
  readonly #looking: Operation;

  /** @throws UsageError outside a run: it would keep its items from one run to the next */
  constructor() {
    this.#handsOver = interpreter().profile.simpleQueueHandsOver;
    const gate = (this.#filled = new Gate("simple queue", false));
    this.#putting = new Operation("put into simple queue", gate, "write");
    this.#getting = new Operation("get from simple queue", gate, "write", gate);
    this.#trying = new Operation("try to get from simple queue", gate, "write");
    this.#looking = new Operation("look at simple queue", gate, "read");
  }

  /**
   * Puts an item in; it never waits.
   * @param item anything
   * @param _block has no effect
   * @param _timeout has no effect
   */
  put(item: T, _block = true, _timeout: number | null = null): Blocking<void> {
    const kernel = current();
    kernel.calls("queue.put(…)");
    return this.#put(kernel, item);
  }

  *#put(kernel: Kernel, item: T): Blocking<void> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.#putting;
    this._put_unseen(kernel, item);
  }

  /** Puts an item in where the thread cannot be stopped. @internal */
  _put_unseen(kernel: Kernel, item: T): void {
    const cause = kernel.observer?.note("queue.put", 0, { queue: kernel.label(this.#filled) }) ?? 0;
    for (;;) {
      const getter = this.#getters.shift();
      if (getter === undefined) break;
      // One whose time is up may have given up already.
      if (getter.thread.expired && kernel.choose("timeout", 2) === 0) continue;
      getter.item = item;
      kernel.open(getter.gate, cause);
      return;
    }
    this.#items.push(item);
    kernel.open(this.#filled, cause);
  }

  /** The same as {@link put}. */
  put_nowait(item: T): Blocking<void> {
    return this.put(item);
  }

  /**
   * Takes the next item out.
   * @param block whether to wait for one
   * @param timeout how long at most, in seconds; `null` for ever
   * @throws Empty when there is none, or none in time
   * @throws ValueError `'timeout' must be a non-negative number`
   * @throws TypeError or OverflowError for a timeout that is none
   */
  get(block = true, timeout: number | null = null): Blocking<T> {
    const kernel = current();
    kernel.calls("queue.get(…)");
    return this.#get(kernel, block, timeout);
  }

  *#get(kernel: Kernel, block: boolean, timeout: number | null): Blocking<T> {
    kernel.undriven = "";
    let deadline = Infinity;
    if (block && timeout !== null) {
      checkSeconds(timeout);
      if (timeout <= -1e-9) throw new ValueError("'timeout' must be a non-negative number");
      deadline = kernel.now + Math.max(timeout, 0);
    }
    if (this.#handsOver || !block) {
      if (kernel.credit-- <= 0) yield this.#trying;
      if (this.#items.length === 0) {
        if (block) return yield* this.#receive(kernel, deadline);
        throw new Empty();
      }
    } else if (!(yield* waitAt(kernel, this.#getting, deadline))) {
      throw new Empty();
    }
    const item = this.#items.shift() as T;
    if (this.#items.length === 0) kernel.close(this.#filled);
    this.#note_get(kernel);
    return item;
  }

  /** Waits until an item is handed over. */
  *#receive(kernel: Kernel, deadline: number): Blocking<T> {
    const getter = new Getter<T>(runningThread(kernel));
    getter.gate.owner = this.#filled;
    this.#getters.push(getter);
    getter.thread.deadline = deadline;
    yield new Operation("wait for item of simple queue", this.#filled, "write", getter.gate);
    const at = this.#getters.indexOf(getter);
    if (at >= 0) this.#getters.splice(at, 1);
    if (!getter.gate.open) throw new Empty();
    this.#note_get(kernel);
    return getter.item as T;
  }

  #note_get(kernel: Kernel): void {
    kernel.observer?.note("queue.get", 0, { queue: kernel.label(this.#filled) });
  }

  /** `get` without waiting. @throws Empty */
  get_nowait(): Blocking<T> {
    return this.get(false);
  }

  /** Whether there is no item. */
  empty(): Blocking<boolean> {
    const kernel = current();
    kernel.calls("queue.empty()");
    return this.#look(kernel, (count) => count === 0);
  }

  /** How many items there are. */
  qsize(): Blocking<number> {
    const kernel = current();
    kernel.calls("queue.qsize()");
    return this.#look(kernel, (count) => count);
  }

  *#look<R>(kernel: Kernel, answer: (count: number) => R): Blocking<R> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.#looking;
    return answer(this.#items.length);
  }

  __repr__(): string {
    return default_repr(this);
  }
}

define_classes("_queue", { SimpleQueue });
