/** All of Python's exceptions, and the statements that raise and catch them. */
export * from "./base_exceptions.js";
export * from "./exception_group.js";
export * from "./os_error.js";
export * from "./raise.js";
export * from "./warnings.js";
