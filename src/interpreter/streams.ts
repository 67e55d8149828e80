/**
 * The standard streams as CPython has them. What one `write()` call appends is whole; whether another thread can come between two
 * calls depends on which of them makes a system call, since that is where the GIL is released.
 */
import { Operation, SharedObject } from "../kernel/operation.js";
import type { Kernel } from "../kernel/kernel.js";
import type { Blocking } from "../kernel/traps.js";

/** `terminal`: line buffered, so lines are whole; `unbuffered` (`python3 -u`): every write is a system call, so lines can tear. */
export type StdoutModel = "terminal" | "unbuffered";

/** What a thread is about to do after a system call: take the GIL again. It touches nothing, so it is independent of everything. */
export const resumed = new Operation("go on", null, "read");

/** A piece of text, or what makes it when its turn has come. */
export type Piece = string | (() => string);

/** One of the two output streams of a run. */
export class TextStream extends SharedObject {
  readonly model: StdoutModel;
  /** What has reached the terminal. */
  output = "";
  /** What was written and not flushed yet. */
  #buffer = "";
  readonly #write: Operation;

  constructor(name: "stdout" | "stderr", model: StdoutModel) {
    super(name);
    this.model = model;
    this.#write = new Operation(`write to ${name}`, this, "write");
  }

  /**
   * Writes pieces of text, each by a `write()` call of its own: those that are functions are asked for their text then.
   * @param flush whether to flush after the last one
   */
  *write(kernel: Kernel, pieces: readonly Piece[], flush: boolean): Blocking<void> {
    if (kernel.credit-- <= 0) yield this.#write;
    let last = pieces.length;
    while (last > 0 && pieces[last - 1] === "") last--;
    for (let at = 0; at < pieces.length; at++) {
      const next = pieces[at] as Piece;
      const piece = typeof next === "string" ? next : next();
      this.#buffer += piece;
      const flushes = this.model === "unbuffered" ? piece !== "" : piece.includes("\n") || piece.includes("\r");
      if (!flushes) continue;
      this.#flush(kernel);
      // Between two system calls nothing happens: one scheduling point serves as the end of one and the beginning of the next.
      if (kernel.credit-- <= 0) yield at + 1 < last ? this.#write : resumed;
    }
    if (flush && this.#buffer !== "") {
      this.#flush(kernel);
      if (kernel.credit-- <= 0) yield resumed;
    }
  }

  /** Writes text with no other thread coming between. */
  append(kernel: Kernel, text: string): void {
    this.#buffer += text;
    this.#flush(kernel);
  }

  /** What the interpreter does with the buffer when it ends. */
  finish(kernel: Kernel): void {
    if (this.#buffer !== "") this.#flush(kernel);
  }

  #flush(kernel: Kernel): void {
    this.output += this.#buffer;
    kernel.observer?.note("write", 0, { stream: this.kind, text: this.#buffer });
    this.#buffer = "";
  }
}
