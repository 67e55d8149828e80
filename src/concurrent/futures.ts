/** Mirrors Python's `concurrent.futures`. */
export { CancelledError, Future, InvalidStateError, TimeoutError } from "./futures/_base.js";
export type { DoneCallback, State } from "./futures/_base.js";
export { BrokenExecutor, Executor } from "./futures/executor.js";
export type { MapOptions, ResultOf, ShutdownOptions, Work } from "./futures/executor.js";
export type { BlockingIterator } from "./futures/iterators.js";
export { InterpreterPoolExecutor, ProcessPoolExecutor } from "./futures/left_out.js";
export * as thread from "./futures/thread.js";
export { ThreadPoolExecutor } from "./futures/thread.js";
export type { ThreadPoolOptions } from "./futures/thread.js";
export { ALL_COMPLETED, as_completed, FIRST_COMPLETED, FIRST_EXCEPTION, wait } from "./futures/waiting.js";
export type { AsCompletedOptions, DoneAndNotDoneFutures, SomeFuture, WaitOptions } from "./futures/waiting.js";
