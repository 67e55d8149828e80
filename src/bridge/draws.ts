/** Random schedules in another process: the numbers are drawn here beforehand, so that it makes the choices that the random strategy would make. */
import { isFair, Prng } from "../explore/prng.js";
import type { ChoiceRow } from "./protocol.js";

/** The random numbers of one execution. The choice with number `at` takes way `list[at] % count`. */
export class Draws {
  readonly #prng: Prng;
  readonly #list: number[] = [];

  /**
   * @param seed a whole number from 0 to 2^53 - 1
   * @param length how many numbers to draw for a beginning
   */
  constructor(seed: number, length: number) {
    this.#prng = new Prng(seed);
    this.#extend(length);
  }

  get list(): readonly number[] {
    return this.#list;
  }

  /**
   * Whether an execution with these numbers has made the choices of the random strategy. If not, the numbers are mended, and it has to be run again: there were
   * too few, or one that may not decide between so many ways and would have been drawn again.
   */
  fit(points: readonly ChoiceRow[]): boolean {
    const unfair = points.findIndex(([, count], at) => {
      const drawn = this.#list[at];
      return drawn !== undefined && !isFair(drawn, count);
    });
    if (unfair >= 0) {
      this.#list.splice(unfair, 1);
      return false;
    }
    if (points.length <= this.#list.length) return true;
    // What comes after the last number may be longer than the default's way through it.
    this.#extend(2 * points.length);
    return false;
  }

  #extend(length: number): void {
    while (this.#list.length < length) this.#list.push(this.#prng.next());
  }
}

/** The seeds of the executions of one random search. The first one is the search's own, so that a single run with that seed is its first execution. */
export class Seeds {
  readonly #prng: Prng;
  #next: number;

  constructor(seed: number) {
    this.#prng = new Prng(seed);
    this.#next = seed;
  }

  /** The seed of the next execution. */
  next(): number {
    const seed = this.#next;
    this.#next = this.#prng.next() * 2 ** 21 + (this.#prng.next() >>> 11);
    return seed;
  }
}
