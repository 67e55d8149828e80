/** Random schedules that both sides follow alike: a list of numbers, one for each choice. */
import { Prng } from "../explore/prng.js";
import type { ChoicePoint, Chooser } from "../kernel/chooser.js";

/** How many choices of a run are random; those beyond take the default. */
const LENGTH = 2000;

/** The numbers of a random schedule. @param seed a whole number from 1 on; 0 stands for the default schedule, which needs none */
export function drawsOf(seed: number): readonly number[] {
  if (seed === 0) return [];
  const prng = new Prng(seed);
  return Array.from({ length: LENGTH }, () => prng.next());
}

/** Takes at each choice the way that its number says. */
export class DrawChooser implements Chooser {
  readonly #draws: readonly number[];

  constructor(draws: readonly number[]) {
    this.#draws = draws;
  }

  choose(point: ChoicePoint): number {
    return (this.#draws[point.index] ?? 0) % point.count;
  }
}
