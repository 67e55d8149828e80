/** How far the fuzzer is: a line on a terminal, and nothing elsewhere. */

/** How often the line is written anew, in milliseconds. */
const EVERY = 200;

/** The progress of one sort of programs. */
export class Progress {
  readonly #what: string;
  readonly #total: number;
  readonly #begun = performance.now();
  #shown = 0;
  #done = 0;

  constructor(what: string, total: number) {
    this.#what = what;
    this.#total = total;
  }

  /** One more program is done. */
  add(): void {
    this.#done++;
    const now = performance.now();
    if (now - this.#shown < EVERY) return;
    this.#shown = now;
    const left = (this.#total - this.#done) / this.rate;
    this.say(
      `${this.#what}: ${String(this.#done)} of ${String(this.#total)} programs, ${this.rate.toFixed(0)}/s, ${left.toFixed(0)} s left`,
    );
  }

  /** Programs per second so far. */
  get rate(): number {
    return (1000 * this.#done) / (performance.now() - this.#begun);
  }

  /** Seconds so far. */
  get seconds(): number {
    return (performance.now() - this.#begun) / 1000;
  }

  /** Writes the line over. */
  say(text: string): void {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  }
}
