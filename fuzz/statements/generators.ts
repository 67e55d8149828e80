/** Statements about asynchronous generators. */
import fc from "fast-check";
import { awaiting, expressing } from "../kind.js";

type Way = "anext" | "asend" | "athrow" | "aclose" | "iterate";

export const generators = [
  expressing<{ which: number; way: Way }>({
    name: "resume generator",
    weight: 16,
    places: ["coroutine"],
    fields: () => ({
      which: fc.nat({ max: 2 }),
      way: fc.constantFrom<Way>("anext", "anext", "asend", "athrow", "aclose", "iterate"),
    }),
    expression: ({ which, way }, at) => `${awaiting(at)} stepped(${String(which)}, "${way}")`,
  }),
  expressing<{ last: number }>({
    name: "abandon generator",
    weight: 8,
    places: ["coroutine"],
    fields: () => ({ last: fc.nat({ max: 2 }) }),
    expression: ({ last }, at) => `${awaiting(at)} abandoned(${at.label}, ${String(last)})`,
  }),
];
