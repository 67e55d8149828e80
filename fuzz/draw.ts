/** Draws programs from a seed, and shrinks those that show a difference. */
import fc from "fast-check";
import type { Program } from "./program.js";

/** The random numbers as fast-check wants them: Jenkins's small fast generator, which can be copied. */
class Generator {
  #a = 0xf1ea5eed;
  #b: number;
  #c: number;
  #d: number;

  constructor(seed: number) {
    this.#b = this.#c = this.#d = seed | 0;
    for (let round = 0; round < 20; round++) this.next();
  }

  next(): number {
    const e = (this.#a - ((this.#b << 27) | (this.#b >>> 5))) | 0;
    this.#a = this.#b ^ ((this.#c << 17) | (this.#c >>> 15));
    this.#b = (this.#c + this.#d) | 0;
    this.#c = (this.#d + e) | 0;
    this.#d = (e + this.#a) | 0;
    return this.#d;
  }

  clone(): Generator {
    const copy = new Generator(0);
    [copy.#a, copy.#b, copy.#c, copy.#d] = [this.#a, this.#b, this.#c, this.#d];
    return copy;
  }

  getState(): readonly number[] {
    return [this.#a, this.#b, this.#c, this.#d];
  }
}

/** A program, with what fast-check needs to shrink it. */
export type Drawn = fc.Value<Program>;

/**
 * The program of a number: the same for the same arbitrary on every machine.
 * @param arbitrary the grammar
 * @param seed the number
 */
export function draw(arbitrary: fc.Arbitrary<Program>, seed: number): Drawn {
  return arbitrary.generate(new fc.Random(new Generator(seed) as never), undefined);
}

/**
 * The smallest program that still shows a difference, as far as fast-check's shrinking leads.
 * @param differs tells of several programs at once which of them differ
 * @param progress is told how many programs have been tried
 */
export async function shrink(
  arbitrary: fc.Arbitrary<Program>,
  drawn: Drawn,
  differs: (programs: readonly Program[]) => Promise<readonly boolean[]>,
  progress: (tried: number) => void,
): Promise<Program> {
  let best = drawn;
  let tried = 0;
  for (;;) {
    const smaller = arbitrary.shrink(best.value, best.context)[Symbol.iterator]();
    let found: Drawn | undefined;
    for (;;) {
      const batch: Drawn[] = [];
      for (let next = smaller.next(); next.done !== true; next = smaller.next()) if (batch.push(next.value) >= 32) break;
      if (batch.length === 0) break;
      const results = await differs(batch.map(({ value }) => value));
      progress((tried += batch.length));
      found = batch[results.indexOf(true)];
      if (found !== undefined) break;
    }
    if (found === undefined) return best.value;
    best = found;
  }
}
