/** Mirrors Python's package `concurrent`. */
export * as futures from "./concurrent/futures.js";
