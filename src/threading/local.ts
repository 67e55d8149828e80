/** `threading.local`. CPython has it in C, and in `_threading_local`. */
import { AttributeError } from "../builtins/exceptions.js";
import { define_classes, repr } from "../builtins/repr.js";
import { interpreter, threadState, type ThreadState } from "../interpreter/state.js";

type Attributes = Record<PropertyKey, unknown>;

/** The class that such a namespace says it is of. */
class _local {
  __repr__(): string {
    return `<_thread._local object at ${interpreter().addressOf(this)}>`;
  }
}
define_classes("_thread", { _local });

/** What belongs to the class, not to a thread. */
const OF_CLASS = /^(?:__\w+__|constructor)$/;

/**
 * A namespace whose attributes every thread has for itself. Asking for one that is not there, or deleting it, raises AttributeError.
 * @param init what a subclass's `__init__` would do: it is called in each thread before that thread's first use
 */
export function local<T extends object>(init: ((self: Partial<T>) => void) | null = null): Partial<T> {
  // Weak, since one that is made at the top of a module sees the threads of every run.
  const ofThread = new WeakMap<ThreadState, Attributes>();
  const mine = (): Attributes => {
    const state = threadState();
    let attributes = ofThread.get(state);
    if (attributes === undefined) {
      ofThread.set(state, (attributes = {}));
      init?.(attributes as Partial<T>);
    }
    return attributes;
  };
  return new Proxy(new _local() as unknown as Partial<T>, {
    get(target, key) {
      const attributes = mine();
      if (Object.hasOwn(attributes, key)) return attributes[key];
      if (typeof key === "symbol" || OF_CLASS.test(key)) return Reflect.get(target, key) as unknown;
      throw new AttributeError(`'_thread._local' object has no attribute ${repr(key)}`);
    },
    set: (_target, key, value) => Reflect.set(mine(), key, value),
    has: (_target, key) => Object.hasOwn(mine(), key),
    deleteProperty(_target, key) {
      const attributes = mine();
      if (Object.hasOwn(attributes, key)) return Reflect.deleteProperty(attributes, key);
      throw cannot_delete("_thread._local", String(key));
    },
    ownKeys: () => Reflect.ownKeys(mine()),
    getOwnPropertyDescriptor: (_target, key) => Reflect.getOwnPropertyDescriptor(mine(), key),
  });
}

/** What Python raises when an attribute is deleted that is not there. @internal */
export function cannot_delete(owner: string, attribute: string): AttributeError {
  if (!interpreter().profile.deletedAttributeTold) return new AttributeError(attribute);
  return new AttributeError(`'${owner}' object has no attribute ${repr(attribute)}`);
}
