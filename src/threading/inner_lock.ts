/** The lock inside an object of the library, where the program's own code can run while it is held. Not Python's. */
import type { Kernel } from "../kernel/kernel.js";
import { Gate, Operation } from "../kernel/operation.js";
import type { Thread } from "../kernel/thread.js";
import type { Blocking } from "../kernel/traps.js";
import { runningThread, waitAt } from "../kernel/wait.js";

/** Taking it is no visible operation, unless somebody else holds it. @internal */
export class InnerLock {
  #holder: Thread | null = null;
  /** Where others are stopped; made when the first one is, so that what nobody waits for has no number. */
  #gate: Gate | null = null;
  #taking: Operation | null = null;

  /** Takes the lock, as soon as it is free. */
  *take(kernel: Kernel): Blocking<void> {
    if (this.#holder !== null) {
      if (this.#gate === null || this.#taking === null) {
        this.#gate = new Gate("internal lock", false);
        this.#gate.owner = this.#holder;
        this.#taking = new Operation("acquire internal lock", this.#gate, "write", this.#gate);
      }
      yield* waitAt(kernel, this.#taking);
    }
    this.#holder = runningThread(kernel);
    if (this.#gate === null) return;
    kernel.close(this.#gate);
    this.#gate.owner = this.#holder;
  }

  /** Gives it back. */
  give(kernel: Kernel): void {
    this.#holder = null;
    if (this.#gate === null) return;
    this.#gate.owner = null;
    kernel.open(this.#gate);
  }
}
