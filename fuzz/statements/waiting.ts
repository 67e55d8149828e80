/** Statements that wait. */
import fc from "fast-check";
import { awaiting, type Awaited, constant, expressing, kind, noted, type Position, type Statement } from "../kind.js";
import { awaited, delay, which } from "./values.js";

/** The expressions of several awaitables. */
function all(aws: readonly Awaited[], at: Position): string[] {
  return aws.map((one) => at.expression(one)).filter((text) => text !== null);
}

export const waiting = [
  expressing<{ delay: number }>({
    name: "sleep",
    weight: 36,
    places: ["coroutine"],
    fields: () => ({ delay }),
    expression: ({ delay: time }, at) => `${awaiting(at)} asyncio.sleep(${String(time)}, ${at.label})`,
  }),
  expressing<{ aws: readonly Awaited[]; exceptions: boolean }>({
    name: "gather",
    weight: 16,
    places: ["coroutine"],
    fields: (nested) => ({ aws: fc.array(awaited(nested), { maxLength: 3 }), exceptions: fc.boolean() }),
    expression({ aws, exceptions }, at) {
      const words = all(aws, at);
      const flag = constant(at, exceptions);
      if (at.language === "python")
        return `await asyncio.gather(${[...words, `return_exceptions=${flag}`].join(", ")})`;
      return `yield* asyncio.gather_kw(${[`{ return_exceptions: ${flag} }`, ...words].join(", ")})`;
    },
  }),
  expressing<{ for: Awaited; timeout: number | null }>({
    name: "wait for",
    weight: 20,
    places: ["coroutine"],
    fields: (nested) => ({ for: awaited(nested), timeout: fc.option(delay, { freq: 8 }) }),
    expression({ for: one, timeout }, at) {
      const text = at.expression(one);
      if (text === null) return null;
      return `${awaiting(at)} asyncio.wait_for(${text}, ${timeout === null ? constant(at, null) : String(timeout)})`;
    },
  }),
  expressing<{ which: number }>({
    name: "shielded",
    weight: 8,
    places: ["coroutine"],
    fields: () => ({ which }),
    expression({ which: number }, at) {
      const task = at.awaitable("task", number);
      return task === null ? null : `${awaiting(at)} shielded(${task})`;
    },
  }),
  kind<{ delay: number | null; statements: readonly Statement[] }>({
    name: "timeout",
    weight: 16,
    places: ["coroutine"],
    makes: "limit",
    fields: (nested) => ({ delay: fc.option(delay, { freq: 8 }), statements: nested.statements("coroutine") }),
    python: ({ delay: time, statements }, at) => [
      `limits[${String(at.number)}] = asyncio.timeout(${time === null ? "None" : String(time)})`,
      `async with limit(${String(at.number)}):`,
      ...at.indented(statements),
    ],
    typescript: ({ delay: time, statements }, at) => [
      `limits.set(${String(at.number)}, asyncio.timeout(${time === null ? "null" : String(time)}));`,
      `yield* limit(${String(at.number)}).with(function* () {`,
      ...at.indented(statements),
      "});",
    ],
  }),
  expressing<{ seconds: number }>({
    name: "block",
    weight: 5,
    places: ["coroutine", "callback", "thread"],
    fields: () => ({ seconds: fc.constantFrom(0, 0.0005, 0.001, 0.005, 0.02) }),
    expression: ({ seconds }, at) => `${at.language === "python" ? "" : "yield* "}time.sleep(${String(seconds)})`,
  }),
  kind<{ which: number; by: number | null }>({
    name: "reschedule",
    weight: 8,
    places: ["coroutine", "callback"],
    fields: () => ({ which, by: fc.option(delay, { freq: 4 }) }),
    python: (statement, at) => rescheduled(statement, at),
    typescript: (statement, at) => rescheduled(statement, at),
  }),
];

/** Moves a timeout, and looks at it. */
function rescheduled({ which: number, by }: { which: number; by: number | null }, at: Position): string[] {
  const limit = at.some("limit", number);
  if (limit === null) return noted(at);
  const when = by === null ? constant(at, null) : `asyncio.get_running_loop().time() + ${String(by)}`;
  return noted(at, `${limit}.expired()`, `${limit}.reschedule(${when})`);
}
