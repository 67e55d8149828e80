/** One worker thread with an embedded CPython in it: what it is given, what it says, and its end. The thread itself is `agent/embedded.js`. */
import { Worker } from "node:worker_threads";
import { AGENT_FOLDER, environment } from "./process.js";
import type { Job, Question, ResultMessage } from "./protocol.js";

/** The agent's folder as the embedded interpreter sees it. */
export const EMBEDDED_FOLDER = "/interloop";

/** The memory of a prepared interpreter, and its full version. */
export interface Prepared {
  readonly version: string;
  readonly memory: Uint8Array;
}

/** What the thread says. */
export type Said =
  | ({ readonly type: "prepared" } & Prepared)
  | { readonly type: "ready" }
  | Question
  | ResultMessage
  /** Where the program is, as `faulthandler` writes it. */
  | { readonly type: "stack"; readonly stack: string }
  /** The interpreter has ended: with which status, or null when it broke; and what it said on standard error. */
  | { readonly type: "over"; readonly status: number | null; readonly said: string };

/** The number of the signal on which a program tells where it is. */
const SIGUSR1 = 10;

/** How deep Python may call itself, in megabytes of the thread's stack. */
const STACK = 16;

/** One interpreter for one execution. */
export class EmbeddedWorker {
  readonly #worker: Worker;
  readonly #interrupt = new Int32Array(new SharedArrayBuffer(4));
  readonly #answers = new Int32Array(new SharedArrayBuffer(8));

  /**
   * @param module the path of the package's module
   * @param tracing whether its job may be recorded
   * @param memory of a prepared interpreter; null to prepare one
   */
  constructor(module: string, tracing: boolean, memory: Uint8Array | null) {
    const env = environment([]);
    const shared = { interrupt: this.#interrupt, answers: this.#answers };
    this.#worker = new Worker(new URL(`file://${AGENT_FOLDER}/embedded.js`), {
      workerData: { module, agent: AGENT_FOLDER, tracing, env, memory, ...shared },
      resourceLimits: { stackSizeMb: STACK },
    });
  }

  /** Says who takes what it says, and why it cannot go on. */
  listen(said: (message: Said) => void, failed: (error: Error) => void): void {
    this.#worker.removeAllListeners("message").removeAllListeners("error");
    this.#worker.on("message", said).on("error", failed);
  }

  /** Gives it its job. @param folders the folders of this machine that the program sees */
  give(job: Job, folders: readonly string[]): void {
    this.#worker.postMessage({ job, folders });
  }

  /** Answers the choice that it has asked about. */
  answer(way: number): void {
    Atomics.store(this.#answers, 1, way);
    Atomics.store(this.#answers, 0, 1);
    Atomics.notify(this.#answers, 0);
  }

  /** Asks it where the program is. It answers unless it is in code that is not Python's. */
  askPlace(): void {
    Atomics.store(this.#interrupt, 0, SIGUSR1);
  }

  /** Ends the thread, whatever it does. */
  async end(): Promise<void> {
    this.#worker.removeAllListeners("message").removeAllListeners("error");
    this.#worker.on("error", () => undefined);
    await this.#worker.terminate();
  }
}
