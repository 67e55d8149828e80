/** The TimeoutErrors of asyncio and concurrent.futures, which became the builtin one in Python 3.11. */
import { Exception, TimeoutError as BuiltinTimeoutError } from "../builtins/exceptions.js";
import { isRunning } from "../kernel/current.js";
import { interpreter } from "./state.js";

/** To the compiler these are a class of their own, so that `instanceof` tells them from other exceptions. */
export declare class TimeoutError extends Exception {
  private readonly _timed_out: never;
}

/**
 * One name for what is the builtin `TimeoutError` from Python 3.11 on, and a class of its own before, which the builtin's handlers do not
 * catch. The profile decides what `new` makes and what `instanceof` knows; outside a run both count.
 * @param Separate the class of its own
 */
export function timeoutErrorOf(Separate: new (...args: unknown[]) => Exception): typeof TimeoutError {
  class Versioned extends Exception {
    constructor(...args: unknown[]) {
      super();
      return interpreter().profile.timeoutErrorsUnified ? new BuiltinTimeoutError(...args) : new Separate(...args);
    }

    static override [Symbol.hasInstance](value: unknown): boolean {
      const unified = !isRunning() || interpreter().profile.timeoutErrorsUnified;
      return value instanceof Separate || (unified && value instanceof BuiltinTimeoutError);
    }
  }
  return Versioned as unknown as typeof TimeoutError;
}
