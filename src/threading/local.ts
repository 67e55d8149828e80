/** `threading.local`. CPython has it in C, and in `_threading_local`. */
import { AttributeError, TypeError } from "../builtins/exceptions.js";
import { default_repr, define_classes, repr, type_name } from "../builtins/repr.js";
import { interpreter, threadState, type ThreadState } from "../interpreter/state.js";

type Attributes = Record<PropertyKey, unknown>;

/** The class that such a namespace says it is of, and that its subclasses come from. */
export class _local {
  __repr__(): string {
    return default_repr(this);
  }
}
define_classes("_thread", { _local });

/** What belongs to the class, not to a thread. */
const OF_CLASS = /^(?:__\w+__|constructor)$/;

/** The name of the class in error messages: the program's own bare, the library's with its module. */
function class_name(target: object): string {
  const name = type_name(target);
  return Object.getPrototypeOf(target) === _local.prototype ? `_thread.${name}` : name;
}

/** Whether a class of the program has given an object such a member. */
function of_class(target: object, key: PropertyKey): boolean {
  if (typeof key === "symbol" || OF_CLASS.test(String(key))) return true;
  for (let one: unknown = target; typeof one === "object" && one !== null; one = Object.getPrototypeOf(one)) {
    if (one === _local.prototype) return false;
    if (Object.hasOwn(one, key)) return true;
  }
  return false;
}

/** A namespace whose attributes are looked up for each thread: `init` is called with it in each one before its first use there. */
function namespace(target: object, init: ((self: object) => void) | null): object {
  // Weak, since one that is made at the top of a module sees the threads of every run.
  const ofThread = new WeakMap<ThreadState, Attributes>();
  const mine = (): Attributes => {
    const state = threadState();
    let attributes = ofThread.get(state);
    if (attributes !== undefined) return attributes;
    ofThread.set(state, (attributes = {}));
    try {
      init?.(self);
    } catch (error) {
      // The next use tries again.
      ofThread.delete(state);
      throw error;
    }
    return attributes;
  };
  const read_only = (): AttributeError =>
    new AttributeError(`'${class_name(target)}' object attribute '__dict__' is read-only`);
  const self: object = new Proxy(target, {
    get(_target, key, receiver) {
      const attributes = mine();
      if (key === "__dict__") return attributes;
      if (Object.hasOwn(attributes, key)) return attributes[key];
      if (of_class(target, key)) return Reflect.get(target, key, receiver) as unknown;
      throw new AttributeError(`'${class_name(target)}' object has no attribute ${repr(key)}`);
    },
    set(_target, key, value) {
      if (key === "__dict__") throw read_only();
      return Reflect.set(mine(), key, value);
    },
    // A field of a subclass, which belongs to the thread that makes the object.
    defineProperty: (_target, key, descriptor) => Reflect.defineProperty(mine(), key, descriptor),
    has: (_target, key) => Object.hasOwn(mine(), key),
    deleteProperty(_target, key) {
      if (key === "__dict__") throw read_only();
      const attributes = mine();
      if (Object.hasOwn(attributes, key)) return Reflect.deleteProperty(attributes, key);
      throw cannot_delete(class_name(target), String(key));
    },
    ownKeys: () => Reflect.ownKeys(mine()),
    getOwnPropertyDescriptor: (_target, key) => Reflect.getOwnPropertyDescriptor(mine(), key),
  });
  return self;
}

/** How `threading.local` can be used. */
export interface Local {
  /**
   * `class Mine extends threading.local`: a method `__init__` of the subclass is called in each thread before its first use there, always with the arguments
   * of the constructor. Methods belong to all threads; a field that is initialised in the class only to the thread that makes the object.
   * @throws TypeError `Initialization arguments are not supported`, for arguments without an `__init__`
   */
  new (...args: unknown[]): _local;
  /**
   * `threading.local<{ value: number }>()`: one whose attributes are known to the compiler.
   * @param init what a subclass's `__init__` would do: it is called in each thread before that thread's first use
   */
  <T extends object>(init?: ((self: Partial<T>) => void) | null): Partial<T>;
}

function make_local(this: unknown, ...args: unknown[]): object {
  const cls = new.target as { readonly prototype: object } | undefined;
  if (cls === undefined) return namespace(new _local(), (args[0] ?? null) as ((self: object) => void) | null);
  const method: unknown = Reflect.get(cls.prototype, "__init__");
  if (typeof method !== "function") {
    if (args.length > 0) throw new TypeError("Initialization arguments are not supported");
    return namespace(Object.create(cls.prototype) as object, null);
  }
  const made = namespace(Object.create(cls.prototype) as object, (self) => void method.apply(self, args));
  // The thread that makes it has its `__init__` at once.
  Reflect.ownKeys(made);
  return made;
}
make_local.prototype = _local.prototype;

/** A namespace whose attributes every thread has for itself. Asking for one that is not there, or deleting it, raises AttributeError. */
export const local = make_local as unknown as Local;

/** What Python raises when an attribute is deleted that is not there. @internal */
export function cannot_delete(owner: string, attribute: string): AttributeError {
  if (!interpreter().profile.deletedAttributeTold) return new AttributeError(attribute);
  return new AttributeError(`'${owner}' object has no attribute ${repr(attribute)}`);
}
