/** A thread's record. Only the kernel writes to it, except for the few fields that say so. */
import type { Operation } from "./operation.js";
import type { Blocking } from "./traps.js";

/** It could go on. */
export const READY = 0;
/** Its gate is closed and its deadline lies ahead. */
export const BLOCKED = 1;
export const DONE = 2;
export type ThreadState = typeof READY | typeof BLOCKED | typeof DONE;

/** What a thread looks at the clock for while it runs, such as the timers of an event loop. */
export interface Alarm {
  /** The earliest time after `now` that makes a difference, in seconds of the virtual clock; `Infinity` for none. */
  nextAfter(now: number): number;
}

export class Thread {
  /** Its number in the run, from 0 (the main thread) in order of creation. */
  readonly id: number;
  /** Written by the mirrored rooms, which know how Python names a thread. */
  name: string;
  readonly body: Blocking<unknown>;
  /** Daemon threads do not keep a run alive. */
  readonly daemon: boolean;

  state: ThreadState = READY;
  /** What it is about to do; `null` before its first step and while it runs. */
  pending: Operation | null = null;
  /** When it stops waiting, in seconds of the virtual clock. The thread itself sets it before it yields. */
  deadline = Infinity;
  /** For the lagging mode: the times at which this thread must not be late. The thread itself sets it. */
  alarm: Alarm | null = null;
  /** Whether it was made ready by its deadline; the thread reads it when it is resumed. */
  expired = false;
  /** Whether it had to wait for the operation that it is about to do. */
  waited = false;
  /** The number of the trace event that this thread's present doings follow from; 0 at first. */
  activity = 0;
  /** The number of the trace event that made it ready. */
  wokenBy = 0;
  /** The mirrored rooms' own state of the thread. */
  local: unknown = null;

  constructor(id: number, name: string, body: Blocking<unknown>, daemon: boolean) {
    this.id = id;
    this.name = name;
    this.body = body;
    this.daemon = daemon;
  }
}

/** Takes a thread out of a list, if it is there. Unlike `splice`, it makes no list of what was taken out. */
export function remove(threads: Thread[], thread: Thread): void {
  const last = threads.length - 1;
  let at = threads[last] === thread ? last : threads.indexOf(thread);
  if (at < 0) return;
  for (; at < last; at++) threads[at] = threads[at + 1] as Thread;
  threads.pop();
}
