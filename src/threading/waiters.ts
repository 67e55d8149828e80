/** The threads that wait for one object whose lock nobody else can see, such as a semaphore or a queue. Not Python's; what its conditions are inside. */
import { TypeError } from "../builtins/exceptions.js";
import { type_name } from "../builtins/repr.js";
import { checkTimeout, deadlineAfter } from "../interpreter/seconds.js";
import type { Kernel } from "../kernel/kernel.js";
import { type Access, Gate, Operation, type SharedObject } from "../kernel/operation.js";
import type { Blocking } from "../kernel/traps.js";
import { runningThread } from "../kernel/wait.js";
import type { InnerLock } from "./inner_lock.js";

/**
 * A condition inside an object. Whoever has been freed goes on with the object's lock held, so that what it does next is a part of the same visible
 * operation; until then others may come first.
 * @internal
 */
export class Waiters {
  readonly #owner: SharedObject;
  readonly #name: string;
  readonly #access: Access;
  readonly #lock: InnerLock | null;
  readonly #gates: Gate[] = [];

  /**
   * @param owner what is waited for
   * @param name the wait in words
   * @param access what is done to the object once the wait is over
   * @param lock the object's lock, where it matters: it is given back while a thread waits
   */
  constructor(owner: SharedObject, name: string, access: Access = "write", lock: InnerLock | null = null) {
    this.#owner = owner;
    this.#name = name;
    this.#access = access;
    this.#lock = lock;
  }

  /** How many wait, those included whose time is up and who have not gone on yet. */
  get length(): number {
    return this.#gates.length;
  }

  /**
   * Waits to be freed.
   * @param timeout how long at most, in seconds; `null` for ever
   * @throws TypeError or OverflowError for a timeout that is none
   */
  *wait(kernel: Kernel, timeout: number | null): Blocking<void> {
    checkTimeout(timeout);
    const gate = new Gate("waiter", false);
    gate.owner = this.#owner;
    this.#gates.push(gate);
    this.#lock?.give(kernel);
    runningThread(kernel).deadline = deadlineAfter(kernel.now, timeout);
    yield new Operation(this.#name, this.#owner, this.#access, gate);
    if (this.#lock !== null) yield* this.#lock.take(kernel);
    const at = this.#gates.indexOf(gate);
    if (at >= 0) this.#gates.splice(at, 1);
  }

  /**
   * Frees the longest-waiting ones.
   * @param count how many at most
   * @param cause the number of the event that frees them
   */
  notify(kernel: Kernel, count: number, cause: number): void {
    if (this.#gates.length === 0 || !(count > 0)) return;
    for (const gate of this.#gates.splice(0, Math.ceil(count))) kernel.open(gate, cause);
  }
}

/**
 * When a wait of so many seconds from now on is over: one read of the clock.
 * @returns on the virtual clock, in seconds
 * @throws TypeError `unsupported operand type(s) for +: 'float' and 'str'`
 * @internal
 */
export function end_of_wait(kernel: Kernel, timeout: number): number {
  const now = kernel.readClock();
  if (typeof timeout === "number") return now + timeout;
  throw new TypeError(`unsupported operand type(s) for +: 'float' and '${type_name(timeout)}'`);
}
