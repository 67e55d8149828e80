/** The loop's ready queue: a ring buffer, since a million callbacks pass through it one at a time. */
import type { Operation } from "../kernel/operation.js";
import type { BaseEventLoop } from "./base_events.js";

/** What a loop can run: a handle, a task's step, or the timer of a sleep. */
export interface Runnable {
  /** Runs it. @returns an operation of the thread to be done before {@link Runnable._resume}; `null` when it is through */
  _run(loop: BaseEventLoop): Operation | null;
  _resume(loop: BaseEventLoop): Operation | null;
  /** What the trace calls it. */
  _label(): string;
  /** What the slow-callback warning of debug mode calls it. */
  _slow_name(): string;
}

const INITIAL = 16;

/** A first-in first-out queue of runnables. */
export class ReadyQueue {
  #items: (Runnable | null)[] = new Array<Runnable | null>(INITIAL).fill(null);
  #mask = INITIAL - 1;
  #head = 0;
  length = 0;

  push(item: Runnable): void {
    if (this.length > this.#mask) this.#grow();
    this.#items[(this.#head + this.length++) & this.#mask] = item;
  }

  /** Takes the oldest one; the queue must not be empty. */
  shift(): Runnable {
    const item = this.#items[this.#head] as Runnable;
    this.#items[this.#head] = null;
    this.#head = (this.#head + 1) & this.#mask;
    this.length--;
    return item;
  }

  clear(): void {
    while (this.length > 0) this.shift();
  }

  #grow(): void {
    const size = this.#items.length;
    const items = new Array<Runnable | null>(size * 2).fill(null);
    for (let at = 0; at < size; at++) items[at] = this.#items[(this.#head + at) & this.#mask] ?? null;
    this.#items = items;
    this.#mask = size * 2 - 1;
    this.#head = 0;
  }
}
