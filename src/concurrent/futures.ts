/** Mirrors Python's `concurrent.futures`. */
export { CancelledError, Future, InvalidStateError, TimeoutError } from "./futures/_base.js";
export type { DoneCallback, State } from "./futures/_base.js";
