/** Statements that wait for several awaitables, or shield one. */
import fc from "fast-check";
import { awaiting, type Awaited, constant, expressing, kind, noted, type Position } from "../kind.js";
import { awaited, delay, which } from "./values.js";

/** The awaitables as a list. */
function listed(aws: readonly Awaited[], at: Position): string {
  return `[${aws
    .map((one) => at.expression(one))
    .filter((text) => text !== null)
    .join(", ")}]`;
}

function limit(at: Position, timeout: number | null): string {
  return timeout === null ? constant(at, null) : String(timeout);
}

/** Futures and tasks, which are there already. */
const ready = fc.record({ await: fc.constantFrom("task" as const, "future" as const), which });

const timeouts = fc.option(delay, { freq: 3 });

export const combinators = [
  expressing<{ aws: readonly Awaited[]; timeout: number | null; when: string; extra: Awaited | null }>({
    name: "wait",
    weight: 20,
    places: ["coroutine"],
    fields: (nested) => ({
      aws: fc.array(ready, { maxLength: 4 }),
      timeout: timeouts,
      when: fc.constantFrom("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"),
      // More than one would begin in an order that goes by addresses, and most versions refuse even one.
      extra: fc.option(awaited(nested), { freq: 2 }),
    }),
    expression({ aws, timeout, when, extra }, at) {
      const all = extra === null ? aws : [...aws, extra];
      return `${awaiting(at)} waited(${listed(all, at)}, ${limit(at, timeout)}, asyncio.${when})`;
    },
  }),
  expressing<{ aws: readonly Awaited[]; timeout: number | null; asynchronously: boolean }>({
    name: "as completed",
    weight: 16,
    places: ["coroutine"],
    fields: (nested) => ({
      aws: fc.array(awaited(nested), { maxLength: 4 }),
      timeout: timeouts,
      asynchronously: fc.nat({ max: 3 }).map((number) => number === 3),
    }),
    expression({ aws, timeout, asynchronously }, at) {
      const words = [at.label, listed(aws, at), limit(at, timeout), constant(at, asynchronously)];
      return `${awaiting(at)} completed(${words.join(", ")})`;
    },
  }),
  expressing<{ one: Awaited }>({
    name: "shield",
    weight: 16,
    places: ["coroutine"],
    fields: (nested) => ({ one: awaited(nested) }),
    expression({ one }, at) {
      const text = at.expression(one);
      return text === null ? null : `${awaiting(at)} asyncio.shield(${text})`;
    },
  }),
  kind<{ one: Awaited }>({
    name: "shield future",
    weight: 12,
    places: ["coroutine"],
    makes: "future",
    fields: (nested) => ({ one: awaited(nested) }),
    python({ one }, at) {
      const text = at.expression(one);
      return text === null ? noted(at) : [`futures[${String(at.number)}] = asyncio.shield(${text})`];
    },
    typescript({ one }, at) {
      const text = at.expression(one);
      return text === null ? noted(at) : [`futures.set(${String(at.number)}, asyncio.shield(${text}));`];
    },
  }),
];
