/**
 * What a loop and foreign threads share: the pipe that wakes its selector, and the ready queue as far as others append to it.
 * In CPython the pipe is a socket pair of the selector loop; see `asyncio.selector_events`.
 */
import { resumed } from "../interpreter/streams.js";
import type { Kernel } from "../kernel/kernel.js";
import { Gate, Operation, SharedObject } from "../kernel/operation.js";
import type { Thread } from "../kernel/thread.js";
import type { Blocking } from "../kernel/traps.js";

/** A loop as other threads see it: whoever waits for it waits for the thread that runs it. */
class LoopObject extends SharedObject {
  runner: Thread | null = null;

  override holder(): Thread | null {
    return this.runner;
  }
}

export class SelfPipe {
  /** Open while bytes lie in the pipe. */
  readonly readable = new Gate("self-pipe", false);
  readonly loop = new LoopObject("event loop");
  closed = false;
  /** A selector call that may wait, and one that does not. */
  readonly select = new Operation("select", this.readable, "read", this.readable);
  readonly poll = new Operation("poll selector", this.readable, "read");
  readonly append = new Operation("append to ready queue", this.loop, "write");
  readonly closing = new Operation("close loop", this.loop, "write");
  readonly #send = new Operation("write to self-pipe", this.readable, "write");
  readonly #drain = new Operation("read from self-pipe", this.readable, "write");

  /** Writes one byte, which wakes the selector. A closed pipe swallows it. */
  *send(kernel: Kernel): Blocking<void> {
    if (this.closed) return;
    if (kernel.credit-- <= 0) yield this.#send;
    this.wake(kernel);
    if (kernel.credit-- <= 0) yield resumed;
  }

  /** `send` where nobody watches. */
  sendAtOnce(kernel: Kernel): void {
    if (this.closed) return;
    kernel.credit -= 2;
    this.wake(kernel);
  }

  /** `drain` where nobody watches. */
  drainAtOnce(kernel: Kernel): void {
    kernel.credit -= 2;
    this.#empty(kernel);
  }

  #empty(kernel: Kernel): void {
    kernel.observer?.note("pipe.read", 0, { pipe: kernel.label(this.readable) });
    kernel.close(this.readable);
  }

  /** The effect of a byte, with no scheduling point. */
  wake(kernel: Kernel): void {
    if (this.closed) return;
    const cause = kernel.observer?.note("pipe.write", 0, { pipe: kernel.label(this.readable) }) ?? 0;
    kernel.open(this.readable, cause);
  }

  /** A signal's number is written, which Python's own handler does for a loop. */
  signal(kernel: Kernel, signum: number): void {
    if (this.closed) return;
    this.#signals.push(signum);
    this.wake(kernel);
  }

  /** Whether there are bytes that are signals. */
  get signalled(): boolean {
    return this.#signals.length > 0;
  }
  #signals: number[] = [];
  /** What is done with a signal that lies among the bytes that are read. */
  handle_signal: ((signum: number) => Blocking<void>) | null = null;

  /** Reads all bytes, so that several wake-ups that came together are one. */
  *drain(kernel: Kernel): Blocking<void> {
    if (kernel.credit-- <= 0) yield this.#drain;
    this.#empty(kernel);
    if (this.signalled) {
      const signals = this.#signals;
      this.#signals = [];
      for (const signum of signals) if (this.handle_signal !== null) yield* this.handle_signal(signum);
    }
    if (kernel.credit-- <= 0) yield resumed;
  }
}

/**
 * How long epoll really waits. Its timeout is rounded up to milliseconds in two steps of floating point, and the product of the first overshoots for
 * one value in eight (9 ms become 10).
 * @param timeout in seconds, positive
 * @returns seconds
 */
export function epollWait(timeout: number): number {
  const seconds = Math.ceil(timeout * 1e3) * 1e-3;
  const nanoseconds = Math.ceil(seconds * 1e9);
  return Math.ceil(nanoseconds / 1e6) / 1e3;
}
