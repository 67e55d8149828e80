/** Statements for programs of several threads: what threads share, and what one does to the loop of another. */
import fc from "fast-check";
import { expressing, kind, type Place, type Position, type Statement } from "../kind.js";
import { which } from "./values.js";

const everywhere: readonly Place[] = ["coroutine", "callback", "thread"];
/** There are two of each kind. */
const either = fc.nat({ max: 1 });
const timeout = fc.constantFrom(0, 0.001, 0.005, 0.02);

/** What goes before a call that may block. */
function blocking(at: Position): string {
  return at.language === "python" ? "" : "yield* ";
}

/** A block that holds a lock or a condition. */
function holding(at: Position, what: string, statements: readonly string[]): string[] {
  if (at.language === "python") return [`with ${what}:`, ...statements];
  return [`yield* ${what}.with(function* () {`, ...statements, "});"];
}

export const threads = [
  kind<{ lock: number; statements: readonly Statement[] }>({
    name: "hold lock",
    weight: 8,
    places: ["coroutine", "thread"],
    threads: true,
    fields: (nested, place) => ({ lock: either, statements: nested.statements(place) }),
    python: ({ lock, statements }, at) => holding(at, `lock(${String(lock)})`, at.indented(statements)),
    typescript: ({ lock, statements }, at) => holding(at, `lock(${String(lock)})`, at.indented(statements)),
  }),
  expressing<{ lock: number; timeout: number }>({
    name: "acquire lock",
    weight: 4,
    places: everywhere,
    threads: true,
    fields: () => ({ lock: either, timeout }),
    expression: ({ lock, timeout: time }, at) =>
      `${blocking(at)}lock(${String(lock)}).acquire(${at.language === "python" ? "True" : "true"}, ${String(time)})`,
  }),
  expressing<{ lock: number }>({
    name: "release lock",
    weight: 4,
    places: everywhere,
    threads: true,
    fields: () => ({ lock: either }),
    expression: ({ lock }, at) => `${blocking(at)}lock(${String(lock)}).release()`,
  }),
  expressing<{ event: number; call: "set" | "clear" | "is_set" }>({
    name: "event",
    weight: 6,
    places: everywhere,
    threads: true,
    fields: () => ({ event: either, call: fc.constantFrom("set" as const, "set", "clear", "is_set") }),
    expression: ({ event, call }, at) => `${blocking(at)}event(${String(event)}).${call}()`,
  }),
  expressing<{ event: number; timeout: number }>({
    name: "wait for event",
    weight: 6,
    places: everywhere,
    threads: true,
    fields: () => ({ event: either, timeout }),
    expression: ({ event, timeout: time }, at) => `${blocking(at)}event(${String(event)}).wait(${String(time)})`,
  }),
  expressing<{ condition: number; call: "wait" | "notify" | "notify_all"; timeout: number; held: boolean }>({
    name: "condition",
    weight: 6,
    places: everywhere,
    threads: true,
    fields: () => ({
      condition: either,
      call: fc.constantFrom("wait" as const, "notify" as const, "notify_all" as const),
      timeout,
      held: fc.nat({ max: 7 }).map((number) => number < 7),
    }),
    expression({ condition, call, timeout: time, held }, at) {
      const words = call === "wait" ? String(time) : "";
      if (!held) return `${blocking(at)}condition(${String(condition)}).${call}(${words})`;
      return `${blocking(at)}holding_condition(${String(condition)}, "${call}"${words === "" ? "" : `, ${words}`})`;
    },
  }),
  expressing<{ which: number; loop: number }>({
    name: "cancel task threadsafe",
    weight: 6,
    places: everywhere,
    threads: true,
    fields: () => ({ which, loop: which }),
    expression({ which: number, loop }, at) {
      const task = at.some("task", number) ?? "";
      const method = at.language === "python" ? `${task}.cancel` : `method(${task}, "cancel")`;
      const call = `${blocking(at)}${at.loop(loop)}.call_soon_threadsafe(${method})`;
      return at.language === "python" ? `${call}.cancelled()` : `(${call}).cancelled()`;
    },
  }),
  kind<{ loop: number }>({
    name: "stop loop threadsafe",
    weight: 2,
    places: everywhere,
    threads: true,
    fields: () => ({ loop: which }),
    python: ({ loop }, at) => [`${at.loop(loop)}.call_soon_threadsafe(${at.loop(loop)}.stop)`],
    typescript: ({ loop }, at) => [`yield* ${at.loop(loop)}.call_soon_threadsafe(${at.loop(loop)}.stop);`],
  }),
  expressing<{ which: number; what: "task" | "future" }>({
    name: "cancel from a thread",
    weight: 4,
    places: ["thread"],
    threads: true,
    fields: () => ({ which, what: fc.constantFrom("task" as const, "future" as const) }),
    expression({ which: number, what }, at) {
      const one = at.some(what, number);
      return one === null ? null : `${one}.cancel()`;
    },
  }),
  expressing<{ which: number; timeout: number | null }>({
    name: "join thread",
    weight: 3,
    places: everywhere,
    threads: true,
    fields: () => ({ which, timeout: fc.option(timeout, { freq: 6 }) }),
    expression({ which: number, timeout: time }, at) {
      const thread = at.thread(number);
      return thread === null ? null : `${blocking(at)}${thread}.join(${time === null ? "" : String(time)})`;
    },
  }),
];
