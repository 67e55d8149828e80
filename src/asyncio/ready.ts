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
  private _items: (Runnable | null)[] = new Array<Runnable | null>(INITIAL).fill(null);
  private _mask = INITIAL - 1;
  private _head = 0;
  length = 0;

  push(item: Runnable): void {
    if (this.length > this._mask) this._grow();
    this._items[(this._head + this.length++) & this._mask] = item;
  }

  /** Takes the oldest one; the queue must not be empty. */
  shift(): Runnable {
    const item = this._items[this._head] as Runnable;
    this._items[this._head] = null;
    this._head = (this._head + 1) & this._mask;
    this.length--;
    return item;
  }

  /** Whether something is in it; it looks at each. */
  has(item: Runnable): boolean {
    return this._items.includes(item);
  }

  clear(): void {
    while (this.length > 0) this.shift();
  }

  private _grow(): void {
    const size = this._items.length;
    const items = new Array<Runnable | null>(size * 2).fill(null);
    for (let at = 0; at < size; at++) items[at] = this._items[(this._head + at) & this._mask] ?? null;
    this._items = items;
    this._mask = size * 2 - 1;
    this._head = 0;
  }
}
