/** The façade: what users import. Re-exports only. */
export * as asyncio from "./asyncio.js";
export * as builtins from "./builtins.js";
export * as concurrent from "./concurrent.js";
export * as contextvars from "./contextvars.js";
export * as heapq from "./heapq.js";
export * as sys from "./sys.js";
export * as threading from "./threading.js";
export * as time from "./time.js";
export type { Coroutine } from "./asyncio.js";
export { except, print, print_kw, raise, repr, str, tuple } from "./builtins.js";
export type { Blocking } from "./kernel/traps.js";
export { simulate } from "./simulate.js";
export type { Run, SimulateOptions } from "./simulate.js";
export type { Scenario } from "./run.js";
