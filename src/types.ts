/** Mirrors what Python's `types` knows of coroutine objects: how one is driven by hand, without a loop; and asynchronous generators. */
import { AsyncGenerator } from "./builtins/async_generator.js";
import { GeneratorAwaitable } from "./builtins/async_generator_steps.js";
import { type BaseException, GeneratorExit, RuntimeError, StopIteration, TypeError } from "./builtins/exceptions.js";
import { Operation } from "./kernel/operation.js";
import type { Blocking } from "./kernel/traps.js";

/** A coroutine object, as far as this file looks at it. */
type CoroutineObject = Generator<unknown, unknown, unknown>;
type Result = IteratorResult<unknown, unknown>;

/** The coroutines that were driven by hand, and whether they are at their end, which JavaScript does not tell. */
const driven = new WeakMap<CoroutineObject, { finished: boolean }>();

/** The same for what the methods of an asynchronous generator give, which does its checks itself. */
function* step_of_generator(awaitable: GeneratorAwaitable<unknown>, resume: () => Result): Blocking<unknown> {
  let result = resume();
  while (result.done !== true && result.value instanceof Operation) {
    yield result.value;
    result = awaitable.next();
  }
  if (result.done !== true) return result.value;
  throw (result.value ?? null) === null ? new StopIteration() : new StopIteration(result.value);
}

/** Takes the coroutine from one `yield` to the next. What blocks on the way is handed down to the thread. */
function* step(coroutine: CoroutineObject, resume: () => Result): Blocking<unknown> {
  if (coroutine instanceof GeneratorAwaitable) return yield* step_of_generator(coroutine, resume);
  const state = driven.get(coroutine) ?? { finished: false };
  if (state.finished) throw new RuntimeError("cannot reuse already awaited coroutine");
  driven.set(coroutine, state);
  // So it is unless the end of this function is reached.
  state.finished = true;
  let result = resume();
  while (result.done !== true && result.value instanceof Operation) {
    yield result.value;
    result = coroutine.next();
  }
  if (result.done === true) throw result.value === undefined ? new StopIteration() : new StopIteration(result.value);
  state.finished = false;
  return result.value;
}

/** A task marks the coroutine that it drives. */
function isStarted(coroutine: CoroutineObject): boolean {
  return driven.has(coroutine) || (coroutine as { readonly _owner?: object })._owner !== undefined;
}

/** The class of coroutine objects. They are generators here, so its methods are called as `types.CoroutineType.send(coroutine, null)`. */
export const CoroutineType = {
  /**
   * Python's `coroutine.send(value)`: goes on to the next `yield`.
   * @param value what the `yield` gives at which the coroutine stands; `null` for the first step
   * @returns what was yielded
   * @throws StopIteration with what the coroutine returned
   * @throws TypeError `can't send non-None value to a just-started coroutine`
   * @throws RuntimeError `cannot reuse already awaited coroutine`
   */
  *send(coroutine: CoroutineObject, value: unknown): Blocking<unknown> {
    if (value !== null && !(coroutine instanceof GeneratorAwaitable) && !isStarted(coroutine)) {
      throw new TypeError("can't send non-None value to a just-started coroutine");
    }
    return yield* step(coroutine, () => coroutine.next(value));
  },

  /**
   * Python's `coroutine.throw(exception)`: raises the exception where the coroutine stands.
   * @returns what was yielded next
   * @throws StopIteration with what the coroutine returned
   * @throws RuntimeError `cannot reuse already awaited coroutine`
   */
  *throw(coroutine: CoroutineObject, exception: BaseException): Blocking<unknown> {
    return yield* step(coroutine, () => coroutine.throw(exception));
  },

  /**
   * Python's `coroutine.close()`: ends the coroutine by a GeneratorExit where it stands.
   * @throws RuntimeError `coroutine ignored GeneratorExit` when it awaits on its way out
   */
  *close(coroutine: CoroutineObject): Blocking<void> {
    if (driven.get(coroutine)?.finished === true) return;
    if (coroutine instanceof GeneratorAwaitable) {
      coroutine.close();
      return;
    }
    try {
      yield* step(coroutine, () => coroutine.throw(new GeneratorExit()));
    } catch (error) {
      if (error instanceof GeneratorExit || error instanceof StopIteration) return;
      throw error;
    }
    throw new RuntimeError("coroutine ignored GeneratorExit");
  },
};

/** The class of asynchronous generators; `builtins.async_generator` makes the functions that give them. */
export { AsyncGenerator as AsyncGeneratorType };
