/**
 * What Python would call a class, a function or a type: the names that reprs, error messages and tracebacks print.
 *
 * JavaScript knows only the short name of a class or function. A class or function may carry what Python would know
 * besides: its own `__module__` and `__qualname__`. A class without them is taken for one of the program, in `__main__`.
 */

/** Any class, also one that cannot be constructed. */
export type AnyClass = abstract new (...args: never[]) => object;

/** A function object, as far as this file looks at it. */
type AnyFunction = (...args: never[]) => unknown;

/**
 * Whether a function value is a class: of those, only a class has a `prototype` that cannot be replaced.
 *
 * @param value - any value
 */
export function is_class(value: unknown): value is AnyClass {
  return typeof value === "function" && Object.getOwnPropertyDescriptor(value, "prototype")?.writable === false;
}

/** Whether JavaScript itself brought this function, so that it belongs to no Python module. */
function is_native(value: object): boolean {
  return Function.prototype.toString.call(value).includes("[native code]");
}

/** The text of a property that the object has itself; an inherited one describes another class. */
function own_text(object: object, key: string): string | undefined {
  const value: unknown = Object.getOwnPropertyDescriptor(object, key)?.value;
  return typeof value === "string" ? value : undefined;
}

/**
 * Says in which Python module classes live, and fixes their names against tools that rename classes (bundlers do, when
 * a class has the name of a JavaScript global, as `TypeError`).
 *
 * @param module - the dotted path, such as `asyncio.exceptions`
 * @param classes - the classes, each under its Python name
 */
export function define_classes(module: string, classes: Readonly<Record<string, AnyClass>>): void {
  for (const [name, cls] of Object.entries(classes)) {
    // V8 makes instances of a class slowly once its name was defined anew, so only a wrong one is.
    if (own_text(cls, "name") !== name) Object.defineProperty(cls, "name", { value: name, configurable: true });
    Object.defineProperty(cls, "__module__", { value: module, configurable: true });
  }
}

/**
 * Lets the generator objects of these functions know their name, which JavaScript does not tell them, so that they print
 * as `<coroutine object NAME at 0x…>`.
 *
 * @param functions - generator functions or methods; of anything else nothing is changed
 */
export function name_generators(...functions: readonly AnyFunction[]): void {
  for (const one of functions) {
    const prototype: unknown = Object.getOwnPropertyDescriptor(one, "prototype")?.value;
    if (typeof prototype !== "object" || prototype === null || is_class(one)) continue;
    Object.defineProperty(prototype, "__qualname__", { value: function_name(one), configurable: true });
  }
}

/**
 * The module of a class: its own `__module__`; for a class of JavaScript's own, none; else `__main__`.
 *
 * @param cls - a class
 * @returns the dotted path, or undefined
 */
export function module_of(cls: object): string | undefined {
  return own_text(cls, "__module__") ?? (is_native(cls) ? undefined : "__main__");
}

/**
 * Python's `cls.__qualname__`: the class's own `__qualname__`, else its name.
 *
 * @param cls - a class
 */
export function qualname_of(cls: object): string {
  return own_text(cls, "__qualname__") ?? own_text(cls, "name") ?? "object";
}

/**
 * The name with the module before it, as in `<asyncio.locks.Lock object at 0x…>`; without one for builtins.
 *
 * @param cls - a class
 * @param bare - the modules that are left out
 */
export function class_path(cls: object, bare: readonly string[] = ["builtins"]): string {
  const module = module_of(cls);
  const name = qualname_of(cls);
  return module === undefined || bare.includes(module) ? name : `${module}.${name}`;
}

/**
 * The name of a function in a repr: its own `__qualname__`, else its name, else `<lambda>`.
 *
 * @param fn - a function; of a bound one, the name of the function that was bound
 */
export function function_name(fn: object): string {
  const name = own_text(fn, "__qualname__") ?? own_text(fn, "name") ?? "";
  const unbound = name.replace(/^(?:bound )+/, "");
  return unbound === "" ? "<lambda>" : unbound;
}

/**
 * Whether a value is what a call of a generator function returns.
 *
 * @param value - any value
 */
export function is_generator(value: unknown): value is Generator<unknown, unknown, unknown> {
  return Object.prototype.toString.call(value) === "[object Generator]";
}

/**
 * The name of the function whose call gave this generator object.
 *
 * @param generator - a generator object
 * @returns the name told by {@link name_generators}, else `coroutine`
 */
export function generator_name(generator: object): string {
  const name: unknown = (generator as { readonly __qualname__?: unknown }).__qualname__;
  return typeof name === "string" ? name : "coroutine";
}

/** The class of an object, as the object itself says. */
export function class_of(object: object): object {
  const found: unknown = (object as { readonly constructor?: unknown }).constructor;
  return typeof found === "function" ? found : Object;
}

/**
 * Whether an object is a plain one (`{ … }`), which stands for a dict with string keys.
 *
 * @param object - any object
 */
export function is_plain(object: object): object is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || prototype === Object.prototype;
}

/**
 * Whether a number stands for a Python int. Integers beyond 2 ** 53 are floats, because JavaScript no longer keeps them
 * apart (a bigint says that an int is meant), and so is minus zero, which no int can be.
 *
 * @param value - any number
 */
export function is_int(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

/**
 * Python's `type(value).__name__`, as error messages print it.
 *
 * @param value - any value
 * @returns `int`, `float`, `str`, `bool`, `NoneType`, `list`, `tuple`, `dict`, `set`, `function`, `type`, `coroutine`, or
 *   the name of the value's class
 */
export function type_name(value: unknown): string {
  switch (typeof value) {
    case "string":
      return "str";
    case "number":
      return is_int(value) ? "int" : "float";
    case "bigint":
      return "int";
    case "boolean":
      return "bool";
    case "undefined":
      return "NoneType";
    case "symbol":
      return "symbol";
    case "function":
      return is_class(value) ? "type" : "function";
    case "object":
      return value === null ? "NoneType" : object_type_name(value);
  }
}

function object_type_name(object: object): string {
  if (Array.isArray(object)) return Object.isFrozen(object) ? "tuple" : "list";
  if (object instanceof Map || is_plain(object)) return "dict";
  if (object instanceof Set) return "set";
  if (object instanceof Uint8Array) return "bytes";
  if (is_generator(object)) return "coroutine";
  return own_text(class_of(object), "name") ?? "object";
}
