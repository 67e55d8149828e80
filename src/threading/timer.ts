/** `threading.Timer`: a thread that waits, and then calls a function. */
import { define_classes } from "../builtins/repr.js";
import { isBlocking, type Blocking, type MustBlock } from "../kernel/traps.js";
import { Event } from "./condition.js";
import { Thread } from "./thread.js";

/** Calls a function after some seconds, in a thread of its own, unless it is cancelled before. Mirrors `threading.Timer`. */
export class Timer<A extends unknown[] = [], R = unknown> extends Thread {
  /** How long it waits, in seconds. */
  interval: number;
  /** What it calls. */
  function: (...args: A) => R;
  /** With which arguments. */
  args: Readonly<A>;
  /** And with which keyword arguments: an object that comes after the others, unless it is empty. */
  kwargs: Readonly<Record<string, unknown>>;
  /** Set when it has been cancelled, or when the function has returned. */
  readonly finished: Event;

  /**
   * @param interval how long it waits from its start, in seconds
   * @param callable plain or blocking, called in the timer's thread
   * @param args its arguments
   * @param kwargs its keyword arguments, which it gets as one more argument
   */
  constructor(
    interval: number,
    callable: ((...args: A) => R) & MustBlock<R>,
    args: Readonly<A> | null = null,
    kwargs: Readonly<Record<string, unknown>> | null = null,
  ) {
    super();
    this.interval = interval;
    this.function = callable;
    this.args = args ?? ([] as unknown[] as A);
    this.kwargs = kwargs ?? {};
    this.finished = new Event();
  }

  /** Keeps the function from being called, if the time is not up yet. */
  cancel(): Blocking<void> {
    return this.finished.set();
  }

  /** Waits, calls the function, and says that it has finished. What the function raises goes to `threading.excepthook`. */
  override *run(): Blocking<void> {
    yield* this.finished.wait(this.interval);
    if (!(yield* this.finished.is_set())) {
      const keywords = Object.keys(this.kwargs).length > 0 ? [this.kwargs] : [];
      const result: unknown = (this.function as (...args: unknown[]) => unknown)(...this.args, ...keywords);
      if (isBlocking(result)) yield* result;
    }
    yield* this.finished.set();
  }
}

define_classes("threading", { Timer });
