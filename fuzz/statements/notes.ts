/** Statements that only look. */
import fc from "fast-check";
import { expressing, kind, noted } from "../kind.js";
import { which } from "./values.js";

export const notes = [
  kind({
    name: "note",
    weight: 8,
    places: ["coroutine", "callback", "thread"],
    fields: () => ({}),
    python: (_statement, at) => noted(at),
    typescript: (_statement, at) => noted(at),
  }),
  kind({
    name: "set variable",
    weight: 8,
    places: ["coroutine", "callback", "thread"],
    fields: () => ({}),
    python: (_statement, at) => [`VARIABLE.set(${at.label})`],
    typescript: (_statement, at) => [`VARIABLE.set(${at.label});`],
  }),
  expressing<{ what: "task" | "future"; which: number }>({
    name: "look",
    weight: 8,
    places: ["coroutine", "callback"],
    fields: () => ({ what: fc.constantFrom("task" as const, "future" as const), which }),
    expression({ what, which: number }, at) {
      const one = at.some(what, number);
      return one === null ? null : `state(${one})`;
    },
  }),
  expressing<{ what: "task" | "future" | "handle" | "limit"; which: number }>({
    name: "repr",
    weight: 4,
    places: ["coroutine", "callback"],
    fields: () => ({ what: fc.constantFrom("task", "future", "handle", "limit"), which }),
    expression({ what, which: number }, at) {
      const one = at.some(what, number);
      return one === null ? null : at.language === "python" ? `repr(${one})` : `builtins.repr(${one})`;
    },
  }),
  expressing<{ get: "result" | "exception"; what: "task" | "future"; which: number }>({
    name: "outcome",
    weight: 8,
    places: ["coroutine", "callback"],
    fields: () => ({
      get: fc.constantFrom("result" as const, "exception" as const),
      what: fc.constantFrom("task" as const, "future" as const),
      which,
    }),
    expression({ get, what, which: number }, at) {
      const one = at.some(what, number);
      return one === null ? null : `${one}.${get}()`;
    },
  }),
];
