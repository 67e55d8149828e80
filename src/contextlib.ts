/** Mirrors Python's `contextlib`, and the statements `with` and `async with` over objects that have Python's methods. */
export { aclosing, asynccontextmanager, closing, contextmanager } from "./contextlib/generators.js";
export type { AsyncGeneratorContextManager, EmittingOnce, GeneratorContextManager } from "./contextlib/generators.js";
export { async_with, with_ } from "./contextlib/managers.js";
export type { AsyncContextManager, ContextManager, Suppresses } from "./contextlib/managers.js";
export { nullcontext, suppress } from "./contextlib/small.js";
export { AsyncExitStack, ExitStack } from "./contextlib/stack.js";
