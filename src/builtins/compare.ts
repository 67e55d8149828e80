/** Python's `==`, `<` and truth on JavaScript values, as far as sorting, heaps and predicates need them. */
import { TypeError } from "./base_exceptions.js";
import { is_plain, type_name } from "./names.js";

/**
 * Python's `a == b`: numbers, bigints and booleans by value; strings; lists with lists and tuples with tuples, item by
 * item; objects by their `__eq__`, else by identity (dicts and sets too).
 *
 * @param a - any value
 * @param b - any value
 */
export function eq(a: unknown, b: unknown): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  const x = as_number(a);
  // eslint-disable-next-line eqeqeq -- it compares a bigint with a number exactly, as Python an int with a float
  if (x !== undefined) return x == as_number(b);
  if (is_sequence(a) && is_sequence(b) && Object.isFrozen(a) === Object.isFrozen(b)) return sequence_eq(a, b);
  if (a instanceof Uint8Array && b instanceof Uint8Array) return bytes_eq(a, b);
  return by_method(a, "__eq__", b) ?? by_method(b, "__eq__", a) ?? false;
}

/**
 * Python's `a < b`: what {@link eq} compares by value is ordered, strings by code points; objects by their `__lt__`, or
 * by the `__gt__` of the other.
 *
 * @param a - any value
 * @param b - any value
 * @throws TypeError `'<' not supported between instances of 'int' and 'str'`
 */
export function lt(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") return a < b;
  if (typeof a === "string" && typeof b === "string") return string_lt(a, b);
  const x = as_number(a);
  const y = as_number(b);
  if (x !== undefined && y !== undefined) return x < y;
  if (is_sequence(a) && is_sequence(b) && Object.isFrozen(a) === Object.isFrozen(b)) return sequence_lt(a, b);
  const answer = by_method(a, "__lt__", b) ?? by_method(b, "__gt__", a);
  if (answer !== undefined) return answer;
  throw new TypeError(`'<' not supported between instances of '${type_name(a)}' and '${type_name(b)}'`);
}

/**
 * Python's `sorted(items)`, stable.
 *
 * @param items - the items, left as they are
 * @returns a new array
 * @throws TypeError of {@link lt}, if two items have no order
 */
export function sorted<T>(items: Iterable<T>): T[] {
  return Array.from(items).sort((a, b) => (lt(a, b) ? -1 : lt(b, a) ? 1 : 0));
}

/**
 * Python's `bool(value)`: what is zero, empty or None is false, everything else is true, also NaN.
 *
 * @param value - any value; of an object, `__bool__` is asked
 */
export function bool(value: unknown): boolean {
  if (typeof value === "number") return value !== 0;
  if (typeof value !== "object" || value === null) return Boolean(value);
  if (is_sequence(value)) return value.length > 0;
  if (value instanceof Map || value instanceof Set) return value.size > 0;
  if (value instanceof Uint8Array) return value.length > 0;
  if (is_plain(value)) return Object.keys(value).length > 0;
  const method: unknown = (value as { readonly __bool__?: unknown }).__bool__;
  return typeof method !== "function" || (method as () => boolean).call(value);
}

/** Python counts a bool as the number that it is a subclass of. */
function as_number(value: unknown): number | bigint | undefined {
  if (typeof value === "number" || typeof value === "bigint") return value;
  return typeof value === "boolean" ? Number(value) : undefined;
}

/** JavaScript orders strings by UTF-16 units, in which what lies beyond U+FFFF comes before U+E000. */
function string_lt(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    if (a.charCodeAt(index) !== b.charCodeAt(index)) return (a.codePointAt(index) ?? 0) < (b.codePointAt(index) ?? 0);
  }
  return a.length < b.length;
}

/** A list or, if frozen, a tuple. */
function is_sequence(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function sequence_eq(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => eq(item, b[index]));
}

function bytes_eq(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** The first pair of items that differ decides, else the length. */
function sequence_lt(a: readonly unknown[], b: readonly unknown[]): boolean {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) if (!eq(a[index], b[index])) return lt(a[index], b[index]);
  return a.length < b.length;
}

/** Asks a method of the left operand, which may not exist. */
function by_method(object: unknown, name: "__eq__" | "__gt__" | "__lt__", other: unknown): boolean | undefined {
  if (typeof object !== "object" || object === null) return undefined;
  const method: unknown = (object as Readonly<Record<string, unknown>>)[name];
  return typeof method === "function" ? (method as (other: unknown) => boolean).call(object, other) : undefined;
}
