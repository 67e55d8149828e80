import { UsageError } from "interloop";
import { describe, expect, test } from "vitest";
import { Prng } from "../../src/explore/prng.js";

function first(seed: number, count: number): number[] {
  const prng = new Prng(seed);
  return Array.from({ length: count }, () => prng.next());
}

describe("random numbers", () => {
  // Worked out apart from this code, in Python, from the definitions of xoshiro128** and SplitMix32.
  test("are the same for a seed, on every machine and in every version: schedules in old reports must mean the same", () => {
    expect(first(42, 4)).toEqual([660_444_221, 3_652_823_732, 77_678_286, 922_035_873]);
    expect(first(0, 4)).toEqual([1_789_933_344, 44_971_166, 2_521_392_804, 3_836_935_353]);
    expect(first(Number.MAX_SAFE_INTEGER, 2)).toEqual([4_104_197_751, 1_610_850_400]);
  });

  test("differ between seeds that differ in any bit", () => {
    const seeds = [0, ...Array.from({ length: 53 }, (_, bit) => 2 ** bit)];
    expect(new Set(seeds.map((seed) => first(seed, 2).join())).size).toBe(seeds.length);
  });

  test("below a bound are spread evenly: 60,000 throws of a die, each face 10,000 times within five standard deviations", () => {
    const prng = new Prng(7);
    const faces = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 60_000; i++) {
      const face = prng.below(6);
      faces[face] = (faces[face] ?? 0) + 1;
    }
    // The standard deviation is √(60,000 · 1/6 · 5/6) = 91.
    expect(faces.filter((count) => Math.abs(count - 10_000) > 456)).toEqual([]);
  });

  test("below a bound that does not divide 2^32 are no more often small than large", () => {
    // Of 2^32 numbers a third is left over when they are dealt out to 3 · 2^30 places. Dealt out too, it would fall to the first third of the
    // places, which would get a half of all draws.
    const prng = new Prng(11);
    const draws = Array.from({ length: 9000 }, () => prng.below(3 * 2 ** 30));
    const small = draws.filter((drawn) => drawn < 2 ** 30).length;
    // The standard deviation is √(9,000 · 1/3 · 2/3) = 45.
    expect(Math.abs(small - 3000)).toBeLessThan(225);
  });

  test("need a seed that is a whole number", () => {
    for (const seed of [-1, 1.5, NaN, Infinity, 2 ** 53]) {
      expect(() => new Prng(seed)).toThrow(
        new UsageError(`seed is ${String(seed)}; it must be a whole number from 0 to 2^53 - 1`),
      );
    }
  });
});
