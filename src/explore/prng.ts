/**
 * Random numbers from a seed, the same on every machine: xoshiro128** 1.1 by Blackman and Vigna ("Scrambled linear pseudorandom number
 * generators", 2021), its state filled by SplitMix32. Its period is 2^128 - 1; it is not for secrets.
 */
import { UsageError } from "../kernel/errors.js";

const TWO_32 = 0x1_0000_0000;

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/** A source of random numbers. */
export class Prng {
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 0;

  /**
   * @param seed a whole number from 0 to 2^53 - 1
   * @throws UsageError for anything else
   */
  constructor(seed: number) {
    checkSeed(seed);
    let state = seed % TWO_32;
    const next = (): number => {
      state = (state + 0x9e3779b9) | 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      return mixed ^ (mixed >>> 15);
    };
    this.#a = next();
    this.#b = next();
    // What of the seed is beyond 32 bits comes in here.
    state ^= Math.imul(Math.floor(seed / TWO_32), 0x85ebca6b);
    this.#c = next();
    // A state of zeros would stay so; one bit prevents it and harms nothing.
    this.#d = next() | 1;
  }

  /** The next 32 random bits, as a number from 0 to 2^32 - 1. */
  next(): number {
    const result = Math.imul(rotateLeft(Math.imul(this.#b, 5), 7), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = rotateLeft(this.#d, 11);
    return result;
  }

  /**
   * A number from 0 to `count - 1`, each as likely as the others.
   * @param count a whole number from 1 to 2^32
   */
  below(count: number): number {
    let drawn = this.next();
    while (!isFair(drawn, count)) drawn = this.next();
    return drawn % count;
  }
}

/**
 * Whether 32 random bits may decide between so many ways. The last, incomplete round of numbers would favour the small ones, so it is
 * drawn again.
 */
export function isFair(drawn: number, count: number): boolean {
  return drawn < TWO_32 - (TWO_32 % count);
}

/** @throws UsageError `seed is …; it must be a whole number from 0 to 2^53 - 1` */
export function checkSeed(seed: number): void {
  if (Number.isSafeInteger(seed) && seed >= 0) return;
  throw new UsageError(`seed is ${String(seed)}; it must be a whole number from 0 to 2^53 - 1`);
}
