/** The random strategy: at every choice point each way is as likely as the others. */
import type { ChoicePoint } from "../kernel/chooser.js";
import type { Ending } from "../kernel/ending.js";
import type { Kernel } from "../kernel/kernel.js";
import { Prng } from "./prng.js";
import type { Advance, Strategy } from "./strategy.js";

/**
 * Runs as many random schedules as it is let. Two of them can be the same, and nobody knows when all were run, so it is never exhausted.
 * The first schedule of a seed is the one that `simulate(…, { seed })` runs.
 */
export class RandomStrategy implements Strategy {
  readonly name = "random";
  readonly #prng: Prng;

  /** @param seed a whole number from 0 to 2^53 - 1 */
  constructor(seed: number) {
    this.#prng = new Prng(seed);
  }

  begin(): boolean {
    return true;
  }

  choose(point: ChoicePoint): number {
    return this.#prng.below(point.count);
  }

  end(_kernel: Kernel, ending: Ending): Ending {
    return ending;
  }

  cut(): string {
    return "a random search never knows whether it has seen every schedule";
  }

  advance(): Advance {
    return { phase: "random schedules", fraction: null };
  }
}
