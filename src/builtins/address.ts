/**
 * The addresses that a repr shows (`<Event object at 0x7f0000000040>`).
 *
 * CPython prints where an object lies in memory, which differs at every run. Here an object gets the next address when
 * one is first asked for, so the text is the same at every run of the same schedule.
 */
import { isRunning, RunLocal } from "../kernel/current.js";

/** Gives every object an address, an integer below 2 ** 53, and the same one each time it is asked. */
export type AddressSource = (object: object) => number;

/** The first address given, and the distance to the next: both look like those of CPython on 64-bit Linux. */
const FIRST = 0x7f00_0000_0040;
const STEP = 0x40;

/**
 * A fresh source that counts in the order of first use. A run that must print the same text as another starts with one
 * of its own.
 *
 * @returns a source that keeps no object alive
 */
export function newAddressSource(): AddressSource {
  const known = new WeakMap<object, number>();
  let next = FIRST;
  return (object) => {
    let found = known.get(object);
    if (found === undefined) {
      found = next;
      next += STEP;
      known.set(object, found);
    }
    return found;
  };
}

/** Each run counts anew, so that it prints the same addresses whatever ran before it. */
const ofRun = new RunLocal(newAddressSource);

/** What is asked outside of runs. */
let source: AddressSource = newAddressSource();

function address(object: object): number {
  return isRunning() ? ofRun.get()(object) : source(object);
}

/**
 * Replaces the source of addresses that is asked outside of runs.
 *
 * @param replacement - the source to ask from now on
 * @returns the source that was asked until now, so that a caller can put it back
 */
export function setAddressSource(replacement: AddressSource): AddressSource {
  const previous = source;
  source = replacement;
  return previous;
}

/**
 * Python's `id(object)`.
 *
 * @param object - any object or function
 * @returns its address
 */
export function id(object: object): number {
  return address(object);
}

/**
 * The address as a repr prints it, `0x7f0000000040`.
 *
 * @param object - any object or function
 * @returns lower-case hexadecimal digits after `0x`
 */
export function hex_address(object: object): string {
  return `0x${address(object).toString(16)}`;
}
