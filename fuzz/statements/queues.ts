/** Statements about queues between threads. */
import fc from "fast-check";
import { expressing, type Place, type Position } from "../kind.js";

const everywhere: readonly Place[] = ["coroutine", "callback", "thread"];
/** There are two of each kind. */
const either = fc.nat({ max: 1 });
const timeout = fc.constantFrom(0, 0.001, 0.005, 0.02);
const kinds = ["queue", "lifo", "priority", "simple"] as const;
type What = (typeof kinds)[number];
const what = fc.constantFrom<What>("queue", ...kinds);
const limited = fc.constantFrom<What>("queue", "lifo", "priority");

/** What goes before a call that may block. */
function blocking(at: Position): string {
  return at.language === "python" ? "" : "yield* ";
}

/** `True` and `true`. */
function truth(at: Position): string {
  return at.language === "python" ? "True" : "true";
}

export const queues = [
  expressing<{ what: What; which: number; timeout: number }>({
    name: "put into queue",
    weight: 8,
    places: everywhere,
    threads: true,
    fields: () => ({ what, which: either, timeout }),
    expression: ({ what: kind, which, timeout: time }, at) =>
      `${blocking(at)}shared("${kind}", ${String(which)}).put(${at.label}, ${truth(at)}, ${String(time)})`,
  }),
  expressing<{ what: What; which: number; timeout: number }>({
    name: "get from queue",
    weight: 8,
    places: everywhere,
    threads: true,
    fields: () => ({ what, which: either, timeout }),
    expression: ({ what: kind, which, timeout: time }, at) =>
      `${blocking(at)}shared("${kind}", ${String(which)}).get(${truth(at)}, ${String(time)})`,
  }),
  expressing<{ what: What; which: number; call: "get_nowait" | "qsize" | "empty" }>({
    name: "look at queue",
    weight: 3,
    places: everywhere,
    threads: true,
    fields: () => ({ what, which: either, call: fc.constantFrom("get_nowait" as const, "qsize", "empty") }),
    expression: ({ what: kind, which, call }, at) => `${blocking(at)}shared("${kind}", ${String(which)}).${call}()`,
  }),
  expressing<{ what: What; which: number; call: "task_done" | "full" | "join" }>({
    name: "tasks of queue",
    weight: 3,
    places: everywhere,
    threads: true,
    fields: () => ({
      what: limited,
      which: either,
      call: fc.constantFrom("task_done" as const, "task_done", "task_done", "full", "join"),
    }),
    expression: ({ what: kind, which, call }, at) => `${blocking(at)}shared("${kind}", ${String(which)}).${call}()`,
  }),
];
