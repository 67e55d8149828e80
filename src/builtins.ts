/** Mirrors Python's `builtins`. */
export * from "./builtins/exceptions.js";
export { print, print_kw, type PrintOptions } from "./builtins/print.js";
export { id, repr, str, tuple } from "./builtins/repr.js";
