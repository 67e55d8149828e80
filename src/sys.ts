/** Mirrors the few things of Python's `sys` that a scenario needs. */
import { SystemExit } from "./builtins/exceptions.js";
import { tuple } from "./builtins/repr.js";
import { interpreter } from "./interpreter/state.js";

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
