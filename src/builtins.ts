/**
 * Mirrors Python's `builtins`: the exceptions, `print`, `repr` and their kin; and what Python has as statements (`raise`,
 * `except`) or as types (`tuple`).
 */
export * from "./builtins/exceptions.js";
export { bool, eq, lt, sorted } from "./builtins/compare.js";
export { print, print_kw, type PrintOptions } from "./builtins/print.js";
export * from "./builtins/repr.js";
export { format_exception, format_exception_only, type Printer } from "./builtins/traceback.js";
