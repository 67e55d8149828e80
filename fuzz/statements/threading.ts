/** Statements about semaphores, barriers and timers of threads, and about which threads there are. */
import fc from "fast-check";
import { expressing, kind, type Place, type Position, type Statement } from "../kind.js";

const everywhere: readonly Place[] = ["coroutine", "callback", "thread"];
/** There are two of each kind. */
const either = fc.nat({ max: 1 });
const timeout = fc.constantFrom(0, 0.001, 0.005, 0.02);
const semaphore = fc.constantFrom("semaphore", "bounded");

/** What goes before a call that may block. */
function blocking(at: Position): string {
  return at.language === "python" ? "" : "yield* ";
}

/** `True` and `true`. */
function truth(at: Position): string {
  return at.language === "python" ? "True" : "true";
}

export const synchronisers = [
  kind<{ what: string; which: number; statements: readonly Statement[] }>({
    name: "hold semaphore",
    weight: 3,
    places: ["thread"],
    threads: true,
    fields: (nested, place) => ({ what: semaphore, which: either, statements: nested.statements(place) }),
    python: ({ what, which, statements }, at) => [
      `with shared("${what}", ${String(which)}):`,
      ...at.indented(statements),
    ],
    typescript: ({ what, which, statements }, at) => [
      `yield* shared("${what}", ${String(which)}).with(function* () {`,
      ...at.indented(statements),
      "});",
    ],
  }),
  expressing<{ what: string; which: number; timeout: number }>({
    name: "acquire semaphore",
    weight: 6,
    places: everywhere,
    threads: true,
    fields: () => ({ what: semaphore, which: either, timeout }),
    expression: ({ what, which, timeout: time }, at) =>
      `${blocking(at)}shared("${what}", ${String(which)}).acquire(${truth(at)}, ${String(time)})`,
  }),
  expressing<{ what: string; which: number }>({
    name: "release semaphore",
    weight: 6,
    places: everywhere,
    threads: true,
    fields: () => ({ what: semaphore, which: either }),
    expression: ({ what, which }, at) => `${blocking(at)}shared("${what}", ${String(which)}).release()`,
  }),
  expressing<{ which: number; call: "wait" | "reset" | "abort"; timeout: number }>({
    name: "barrier",
    weight: 6,
    places: everywhere,
    threads: true,
    fields: () => ({
      which: either,
      call: fc.constantFrom("wait" as const, "wait", "wait", "wait", "reset", "abort"),
      timeout,
    }),
    expression({ which, call, timeout: time }, at) {
      const words = call === "wait" ? String(time) : "";
      return `${blocking(at)}shared("barrier", ${String(which)}).${call}(${words})`;
    },
  }),
  expressing<{ which: number }>({
    name: "look at barrier",
    weight: 1,
    places: everywhere,
    threads: true,
    fields: () => ({ which: either }),
    expression({ which }) {
      const barrier = `shared("barrier", ${String(which)})`;
      return `${barrier}.n_waiting, ${barrier}.broken`;
    },
  }),
  expressing<{ delay: number }>({
    name: "timer of threading",
    weight: 2,
    places: everywhere,
    threads: true,
    fields: () => ({ delay: timeout }),
    expression: ({ delay }, at) => `${blocking(at)}timer(${String(delay)}, ${at.label})`,
  }),
  expressing({
    name: "threads alive",
    weight: 2,
    places: everywhere,
    threads: true,
    fields: () => ({}),
    expression: () => "alive()",
  }),
];
