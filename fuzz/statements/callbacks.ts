/** Statements about callbacks and timers. */
import fc from "fast-check";
import { type CallbackFunction, expressing, kind, noted, type Position } from "../kind.js";
import { delay, moment, which } from "./values.js";

/** A line that keeps a handle under its number. */
function keeping(at: Position, call: string): string[] {
  const number = String(at.number);
  return [at.language === "python" ? `handles[${number}] = ${call}` : `handles.set(${number}, ${call});`];
}

const seldom = fc.integer({ min: 0, max: 9 }).map((number) => number === 9);

const LOOP = "asyncio.get_running_loop()";

export const callbacks = [
  kind<{ function: CallbackFunction; argument: boolean; context: boolean }>({
    name: "call soon",
    weight: 12,
    places: ["coroutine", "callback"],
    makes: "handle",
    fields: (nested) => ({ function: nested.callback(), argument: fc.boolean(), context: seldom }),
    python: ({ function: body, argument, context }, at) => {
      const words = [at.nameOf(body), ...(argument ? [at.label] : []), ...(context ? ["context=CONTEXT"] : [])];
      return keeping(at, `${LOOP}.call_soon(${words.join(", ")})`);
    },
    typescript: ({ function: body, argument, context }, at) => {
      const words = [at.nameOf(body), ...(argument ? [at.label] : [])].join(", ");
      return keeping(
        at,
        context ? `${LOOP}.call_soon_kw({ context: CONTEXT }, ${words})` : `${LOOP}.call_soon(${words})`,
      );
    },
  }),
  kind<{ function: CallbackFunction; which: number }>({
    name: "call soon threadsafe",
    weight: 5,
    places: ["coroutine", "callback", "thread"],
    makes: "handle",
    fields: (nested) => ({ function: nested.callback(), which }),
    python: ({ function: body, which: number }, at) =>
      keeping(at, `${at.loop(number)}.call_soon_threadsafe(${at.nameOf(body)})`),
    typescript: ({ function: body, which: number }, at) =>
      keeping(at, `yield* ${at.loop(number)}.call_soon_threadsafe(${at.nameOf(body)})`),
  }),
  expressing<{ count: number; cancelled: number }>({
    name: "crowd",
    weight: 3,
    places: ["coroutine", "callback"],
    fields: () => ({ count: fc.constantFrom(3, 60, 120), cancelled: fc.constantFrom(0, 2, 50, 110) }),
    expression: ({ count, cancelled }) => `crowd(${String(count)}, ${String(cancelled)})`,
  }),
  kind<{ function: CallbackFunction; delay: number }>({
    name: "call later",
    weight: 16,
    places: ["coroutine", "callback"],
    makes: "handle",
    fields: (nested) => ({ function: nested.callback(), delay }),
    python: ({ function: body, delay: time }, at) =>
      keeping(at, `${LOOP}.call_later(${String(time)}, ${at.nameOf(body)})`),
    typescript: ({ function: body, delay: time }, at) =>
      keeping(at, `${LOOP}.call_later(${String(time)}, ${at.nameOf(body)})`),
  }),
  kind<{ function: CallbackFunction; when: number }>({
    name: "call at",
    weight: 12,
    places: ["coroutine", "callback"],
    makes: "handle",
    fields: (nested) => ({ function: nested.callback(), when: moment }),
    python: ({ function: body, when }, at) => keeping(at, `${LOOP}.call_at(${String(when)}, ${at.nameOf(body)})`),
    typescript: ({ function: body, when }, at) => keeping(at, `${LOOP}.call_at(${String(when)}, ${at.nameOf(body)})`),
  }),
  kind<{ which: number; delay: number }>({
    name: "cancel task later",
    weight: 16,
    places: ["coroutine", "callback"],
    makes: "handle",
    fields: () => ({ which, delay }),
    python: ({ which: number, delay: time }, at) =>
      keeping(at, `${LOOP}.call_later(${String(time)}, ${at.some("task", number) ?? ""}.cancel)`),
    typescript({ which: number, delay: time }, at) {
      const task = at.some("task", number) ?? "";
      return keeping(at, `${LOOP}.call_later(${String(time)}, method(${task}, "cancel"))`);
    },
  }),
  expressing<{ which: number; call: "cancel" | "cancelled" }>({
    name: "handle",
    weight: 12,
    places: ["coroutine", "callback"],
    fields: () => ({ which, call: fc.constantFrom("cancel" as const, "cancelled" as const) }),
    expression({ which: number, call }, at) {
      const handle = at.some("handle", number);
      return handle === null ? null : `${handle}.${call}()`;
    },
  }),
  kind<{ what: "task" | "future"; which: number; function: CallbackFunction; twice: boolean; removed: boolean }>({
    name: "add done callback",
    weight: 16,
    places: ["coroutine", "callback"],
    fields: (nested) => ({
      what: fc.constantFrom("task" as const, "future" as const),
      which,
      function: nested.callback(),
      twice: fc.boolean(),
      removed: fc.boolean(),
    }),
    python: (statement, at) => doneCallback(statement, at),
    typescript: (statement, at) => doneCallback(statement, at),
  }),
  kind({
    name: "stop loop",
    weight: 1,
    places: ["coroutine", "callback"],
    fields: () => ({}),
    python: () => [`${LOOP}.stop()`],
    typescript: () => [`${LOOP}.stop();`],
  }),
  expressing<{ call: "run_forever" | "close" }>({
    name: "refused by the loop",
    weight: 1,
    places: ["coroutine", "callback"],
    fields: () => ({ call: fc.constantFrom("run_forever" as const, "close" as const) }),
    expression: ({ call }, at) => `${at.language === "python" ? "" : "yield* "}${LOOP}.${call}()`,
  }),
];

interface DoneCallback {
  readonly what: "task" | "future";
  readonly which: number;
  readonly function: CallbackFunction;
  /** Whether it is added twice. */
  readonly twice: boolean;
  /** Whether it is removed again at once, which removes both. */
  readonly removed: boolean;
}

/** Text that is the same in both languages, but for the end of a line. */
function doneCallback({ what, which: number, function: body, twice, removed }: DoneCallback, at: Position): string[] {
  const one = at.some(what, number);
  if (one === null) return noted(at);
  const add = `${one}.add_done_callback(${at.nameOf(body)})${at.language === "python" ? "" : ";"}`;
  const lines = twice ? [add, add] : [add];
  return removed ? [...lines, ...noted(at, `${one}.remove_done_callback(${at.nameOf(body)})`)] : lines;
}
