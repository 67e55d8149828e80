/** Mirrors the few things of Python's `sys` that a scenario needs. */
import type { AsyncGenerator } from "./builtins/async_generator.js";
import { SystemExit, TypeError, ValueError } from "./builtins/exceptions.js";
import { repr, tuple, type_name } from "./builtins/repr.js";
import { interpreter, threadState } from "./interpreter/state.js";
import { RunLocal } from "./kernel/current.js";
import type { Blocking } from "./kernel/traps.js";

/**
 * Ends the thread, and in the main thread the program, by raising SystemExit.
 * @param arg the exit status; a text is printed and means status 1
 */
export function exit(arg: unknown = null): never {
  throw arg === null ? new SystemExit() : new SystemExit(arg);
}

/** The simulated version, as `(major, minor, micro)`. */
export function version_info(): readonly [number, number, number] {
  const [major, minor, micro] = interpreter().profile.version.split(".").map(Number);
  return tuple(major ?? 0, minor ?? 0, micro ?? 0);
}

const switching = new RunLocal<{ interval: number }>(() => ({ interval: 0.005 }));

/** How long CPython lets a thread run before another one may go on, in seconds: 0.005, or what was set. */
export function getswitchinterval(): number {
  return switching.get().interval;
}

/**
 * Sets that time. It has no effect here: threads are switched at visible operations, whichever the schedule takes, and the virtual clock does not move
 * while a thread runs.
 * @param interval in seconds; remembered in whole microseconds
 * @throws ValueError `switch interval must be strictly positive`
 * @throws TypeError `must be real number, not str`
 */
export function setswitchinterval(interval: number): void {
  if (typeof interval !== "number") throw new TypeError(`must be real number, not ${type_name(interval)}`);
  if (interval <= 0) throw new ValueError("switch interval must be strictly positive");
  switching.get().interval = Math.trunc(interval * 1e6) / 1e6;
}

/** What is told of asynchronous generators: of each its first iteration, and that it is freed before its end (see `builtins.del`). */
export interface AsyncgenHooks {
  readonly firstiter: ((agen: AsyncGenerator<unknown>) => void) | null;
  readonly finalizer: ((agen: AsyncGenerator<unknown>) => Blocking<unknown> | void) | null;
}

/** What `get_asyncgen_hooks` gives: it prints as Python's named tuple. */
class Hooks implements AsyncgenHooks {
  constructor(
    readonly firstiter: AsyncgenHooks["firstiter"],
    readonly finalizer: AsyncgenHooks["finalizer"],
  ) {}

  __repr__(): string {
    return `asyncgen_hooks(firstiter=${repr(this.firstiter)}, finalizer=${repr(this.finalizer)})`;
  }
}

/** The hooks of this thread. A loop has its own while it runs. */
export function get_asyncgen_hooks(): AsyncgenHooks {
  const { firstiter, finalizer } = threadState().asyncgenHooks as AsyncgenHooks;
  return new Hooks(firstiter, finalizer);
}

/**
 * Sets hooks of this thread, for generators that are iterated from then on. What is not given stays as it is.
 * @throws TypeError `callable firstiter expected, got …`, `callable finalizer expected, got …`
 */
export function set_asyncgen_hooks(hooks: Partial<AsyncgenHooks>): void {
  const state = threadState();
  for (const name of ["finalizer", "firstiter"] as const) {
    const hook: unknown = hooks[name] ?? null;
    if (hook !== null && typeof hook !== "function") {
      throw new TypeError(`callable ${name} expected, got ${type_name(hook)}`);
    }
  }
  const { firstiter = state.asyncgenHooks.firstiter, finalizer = state.asyncgenHooks.finalizer } = hooks;
  state.asyncgenHooks = { firstiter, finalizer };
}
