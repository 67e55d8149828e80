/** The values that statements are made of. */
import fc from "fast-check";
import type { Awaited, Nested } from "../kind.js";

/** Few different times, so that many meet; none is a whole number, which Python would print with its point. In seconds. */
export const delay: fc.Arbitrary<number> = fc.constantFrom(
  0,
  0.001,
  0.002,
  0.005,
  0.005,
  0.009,
  0.01,
  0.0005,
  0.0015,
  -0.5,
);

/** Times on a loop's clock. */
export const moment: fc.Arbitrary<number> = fc.constantFrom(0.005, 0.005, 0.01, 0.02, 0, -0.5);

/** Which one, of what there is. */
export const which: fc.Arbitrary<number> = fc.nat({ max: 11 });

/** The message of a cancellation, or none. */
export const message: fc.Arbitrary<string | null> = fc.constantFrom(null, null, "enough");

/** What may be awaited by the statements that take any awaitable. */
export function awaited(nested: Nested): fc.Arbitrary<Awaited> {
  return fc.oneof(
    fc.record({ await: fc.constant("sleep" as const), delay }),
    fc.record({ await: fc.constantFrom("task" as const, "future" as const), which }),
    fc.record({ await: fc.constant("call" as const), function: nested.coroutine() }),
  );
}

/** An exception class by its name in Python. */
export type Raised =
  | "ValueError"
  | "KeyError"
  | "RuntimeError"
  | "asyncio.CancelledError"
  | "asyncio.TimeoutError"
  | "asyncio.InvalidStateError"
  | "SystemExit"
  | "KeyboardInterrupt"
  | "StopIteration";

/** What a coroutine raises; those that leave the loop seldom. */
export const raised: fc.Arbitrary<Raised> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<Raised>("ValueError", "KeyError", "RuntimeError") },
  { weight: 6, arbitrary: fc.constantFrom<Raised>("asyncio.CancelledError", "asyncio.TimeoutError") },
  { weight: 1, arbitrary: fc.constantFrom<Raised>("SystemExit", "KeyboardInterrupt") },
);

/** What a future is given. */
export const given: fc.Arbitrary<Raised> = fc.oneof(
  { weight: 4, arbitrary: raised },
  { weight: 1, arbitrary: fc.constantFrom<Raised>("StopIteration", "asyncio.InvalidStateError") },
);

/** A class by its name in TypeScript. */
export function classIn(language: "python" | "typescript", name: string): string {
  return language === "python" || name.includes(".") ? name : `builtins.${name}`;
}

/** An expression for a new exception. */
export function exceptionIn(language: "python" | "typescript", name: Raised, label: string): string {
  return `${language === "python" ? "" : "new "}${classIn(language, name)}(${label})`;
}
