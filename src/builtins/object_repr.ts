/**
 * Python's `repr` and `str` of JavaScript values.
 *
 * | JavaScript | Python |
 * |---|---|
 * | string, boolean, bigint | str, bool, int |
 * | number | int if integral and within ±2 ** 53, else float (so `1.0` cannot be written: see `numbers.ts`) |
 * | null, undefined | None |
 * | array; frozen array | list; tuple |
 * | Uint8Array | bytes |
 * | Map or plain object; Set | dict; set, in order of insertion |
 * | generator object; function; class | coroutine; function; class |
 * | instance with `__repr__`, `__str__` | what these methods return |
 * | any other instance | `<module.Class object at 0x…>` |
 * | an `Error` of JavaScript | `<JS TypeError: message>`, which no Python object looks like |
 */
import { hex_address } from "./address.js";
import { class_of, class_path, function_name, generator_name, is_class, is_generator, is_plain } from "./names.js";
import { number_repr } from "./numbers.js";
import { bytes_repr, str_repr } from "./strings.js";

/** The containers whose repr is being made, outermost first: one that contains itself prints dots. */
const active: object[] = [];

/**
 * Python's `repr(value)`.
 *
 * @param value - any value
 * @returns the text
 */
export function repr(value: unknown): string {
  switch (typeof value) {
    case "string":
      return str_repr(value);
    case "number":
      return number_repr(value);
    case "bigint":
      return value.toString();
    case "boolean":
      return value ? "True" : "False";
    case "undefined":
      return "None";
    case "symbol":
      return `<JS ${value.toString()}>`;
    case "function":
      return function_repr(value);
    case "object":
      return value === null ? "None" : object_repr(value);
  }
}

/**
 * Python's `str(value)`: the string itself, what `__str__` returns, else the repr.
 *
 * @param value - any value
 * @returns the text
 */
export function str(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null) {
    const method: unknown = (value as { readonly __str__?: unknown }).__str__;
    if (typeof method === "function") return (method as () => string).call(value);
  }
  return repr(value);
}

/**
 * Python's tuple: a frozen array.
 *
 * @param items - its items
 * @returns the items, frozen
 */
export function tuple<T extends readonly unknown[]>(...items: T): Readonly<T> {
  return Object.freeze(items);
}

/**
 * Joins reprs as a tuple shows them, with the comma that tells a tuple of one from a bracket.
 *
 * @param items - the items
 * @param print - prints one item
 */
export function tuple_text(items: readonly unknown[], print: (item: unknown) => string = repr): string {
  return items.length === 1 ? `(${print(items[0])},)` : `(${Array.from(items, (item) => print(item)).join(", ")})`;
}

function function_repr(value: object): string {
  const method: unknown = Object.getOwnPropertyDescriptor(value, "__repr__")?.value;
  if (typeof method === "function") return (method as () => string).call(value);
  return is_class(value)
    ? `<class '${class_path(value)}'>`
    : `<function ${function_name(value)} at ${hex_address(value)}>`;
}

function object_repr(object: object): string {
  const method: unknown = (object as { readonly __repr__?: unknown }).__repr__;
  if (typeof method === "function") return (method as () => string).call(object);
  if (Array.isArray(object)) return array_repr(object);
  if (object instanceof Uint8Array) return bytes_repr(object);
  if (object instanceof Map) return dict_repr(object, object);
  if (object instanceof Set) return set_repr(object);
  if (is_generator(object)) return `<coroutine object ${generator_name(object)} at ${hex_address(object)}>`;
  if (is_plain(object)) return dict_repr(object, Object.entries(object));
  if (object instanceof Error) return `<JS ${String(object)}>`;
  return default_repr(object);
}

/**
 * The repr of an object that has no better one, `<__main__.Box object at 0x…>`: for classes whose `__repr__` extends it.
 *
 * @param object - any instance
 */
export function default_repr(object: object): string {
  return `<${class_path(class_of(object), [])} object at ${hex_address(object)}>`;
}

/** Prints the inside of a container, or dots if that container is being printed further out. */
function inside(container: object, dots: string, print: () => string): string {
  if (active.includes(container)) return dots;
  active.push(container);
  try {
    return print();
  } finally {
    active.pop();
  }
}

function array_repr(items: readonly unknown[]): string {
  if (Object.isFrozen(items)) return inside(items, "(...)", () => tuple_text(items));
  return inside(items, "[...]", () => `[${Array.from(items, (item) => repr(item)).join(", ")}]`);
}

function set_repr(items: ReadonlySet<unknown>): string {
  if (items.size === 0) return "set()";
  return inside(items, "set(...)", () => `{${Array.from(items, (item) => repr(item)).join(", ")}}`);
}

function dict_repr(dict: object, entries: Iterable<readonly [unknown, unknown]>): string {
  const pair = ([key, value]: readonly [unknown, unknown]): string => `${repr(key)}: ${repr(value)}`;
  return inside(dict, "{...}", () => `{${Array.from(entries, pair).join(", ")}}`);
}
