/** The abbreviated repr of Python's `reprlib`, with its default limits: what futures and tasks print of their results. */
import { sorted } from "./compare.js";
import { is_plain } from "./names.js";
import { repr } from "./object_repr.js";

const FILL = "...";
/** How many containers are printed inside one another. */
const MAX_LEVEL = 6;
/** How many items of a list, tuple or set, and of a dict, are printed. */
const MAX_ITEMS = 6;
const MAX_PAIRS = 4;
/** How many characters are printed, quotes included. */
const MAX_STRING = 30;
const MAX_INT = 40;
const MAX_OTHER = 30;

/**
 * Python's `reprlib.repr(value)`: long texts lose their middle, long containers their end.
 *
 * @param value - any value
 * @returns its text, at most some hundred characters
 */
export function short_repr(value: unknown): string {
  return short(value, MAX_LEVEL);
}

function short(value: unknown, level: number): string {
  switch (typeof value) {
    case "string":
      return short_string(value);
    case "number":
      return repr(value); // Never as long as the limits.
    case "bigint":
      return clip(repr(value), MAX_INT);
    case "object":
      return value === null ? "None" : short_object(value, level);
    default:
      return clip(repr(value), MAX_OTHER);
  }
}

function short_object(object: object, level: number): string {
  if (typeof (object as { readonly __repr__?: unknown }).__repr__ === "function") return clip(repr(object), MAX_OTHER);
  if (Array.isArray(object)) return short_array(object, level);
  if (object instanceof Set) return object.size === 0 ? "set()" : `{${short_items(sort_if_possible(object), level)}}`;
  if (object instanceof Map) return `{${short_pairs(object, level)}}`;
  if (is_plain(object)) return `{${short_pairs(new Map(Object.entries(object)), level)}}`;
  return clip(repr(object), MAX_OTHER);
}

function short_array(items: readonly unknown[], level: number): string {
  const text = short_items(items, level);
  if (!Object.isFrozen(items)) return `[${text}]`;
  return items.length === 1 && level > 0 ? `(${text},)` : `(${text})`;
}

function short_items(items: readonly unknown[], level: number): string {
  if (level <= 0 && items.length > 0) return FILL;
  const pieces = Array.from(items.slice(0, MAX_ITEMS), (item) => short(item, level - 1));
  if (items.length > MAX_ITEMS) pieces.push(FILL);
  return pieces.join(", ");
}

function short_pairs(dict: ReadonlyMap<unknown, unknown>, level: number): string {
  if (level <= 0 && dict.size > 0) return FILL;
  const keys = sort_if_possible(dict.keys()).slice(0, MAX_PAIRS);
  const pieces = keys.map((key) => `${short(key, level - 1)}: ${short(dict.get(key), level - 1)}`);
  if (dict.size > MAX_PAIRS) pieces.push(FILL);
  return pieces.join(", ");
}

/** Dicts and sets are printed in order, if their items have one. */
function sort_if_possible(items: Iterable<unknown>): unknown[] {
  const unsorted = Array.from(items);
  try {
    return sorted(unsorted);
  } catch {
    return unsorted;
  }
}

/** Cuts out the middle of a repr. */
function clip(text: string, limit: number): string {
  const chars = Array.from(text);
  return chars.length <= limit ? text : ends(chars, limit);
}

/** The first and the last characters, with the dots between them, as many as the limit allows. */
function ends(chars: readonly string[], limit: number): string {
  const before = Math.floor((limit - FILL.length) / 2);
  const after = limit - FILL.length - before;
  return chars.slice(0, before).join("") + FILL + chars.slice(chars.length - after).join("");
}

/** A string is cut before its repr is made, so that the quotes stay, and then again, because escapes are longer. */
function short_string(value: string): string {
  const chars = Array.from(value);
  const whole = repr(chars.slice(0, MAX_STRING).join(""));
  if (Array.from(whole).length <= MAX_STRING) return whole;
  const before = Math.floor((MAX_STRING - FILL.length) / 2);
  const after = MAX_STRING - FILL.length - before;
  const kept = [...chars.slice(0, before), ...chars.slice(Math.max(0, chars.length - after))];
  return ends(Array.from(repr(kept.join(""))), MAX_STRING);
}
