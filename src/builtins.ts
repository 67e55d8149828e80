/**
 * Mirrors Python's `builtins`: the exceptions, `print`, `repr` and their kin; and what Python has as statements (`raise`,
 * `except`) or as types (`tuple`).
 */
export * from "./builtins/exceptions.js";
export { async_generator, type Emission, type Emit, type Emitting } from "./builtins/async_generator.js";
export { aiter, anext, async_for, async_list, async_loop, AsyncLoop, BREAK } from "./builtins/async_iteration.js";
export type { AsyncIterable, AsyncIterator } from "./builtins/async_iteration.js";
export { bytes } from "./builtins/bytes.js";
export { bool, eq, lt, sorted } from "./builtins/compare.js";
export { del } from "./builtins/del.js";
export { print, print_kw, type PrintOptions } from "./builtins/print.js";
export * from "./builtins/repr.js";
export { format_exception, format_exception_only, type Printer } from "./builtins/traceback.js";
