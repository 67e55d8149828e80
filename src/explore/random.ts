/** The random strategy: at every choice point each way is as likely as the others. */
import type { Ending } from "../kernel/ending.js";
import type { ChoiceFigures, DetachedStrategy, RunFigures } from "./figures.js";
import { Prng } from "./prng.js";
import type { Advance } from "./strategy.js";

/**
 * Runs as many random schedules as it is let. Two of them can be the same, and nobody knows when all were run, so it is never exhausted.
 * The first schedule of a seed is the one that `simulate(…, { seed })` runs.
 */
export class RandomStrategy implements DetachedStrategy {
  readonly name = "random";
  readonly #prng: Prng;

  /** @param seed a whole number from 0 to 2^53 - 1 */
  constructor(seed: number) {
    this.#prng = new Prng(seed);
  }

  begin(): boolean {
    return true;
  }

  choose(point: ChoiceFigures): number {
    return this.#prng.below(point.count);
  }

  end(_run: RunFigures, ending: Ending): Ending {
    return ending;
  }

  cut(): string {
    return "a random search never knows whether it has seen every schedule";
  }

  advance(): Advance {
    return { phase: "random schedules", fraction: null };
  }
}
