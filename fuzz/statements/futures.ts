/** Statements about bare futures, and about the futures of `gather`. */
import { awaiting, constant, expressing, kind, type Awaited } from "../kind.js";
import fc from "fast-check";
import { awaited, exceptionIn, given, message, type Raised, which } from "./values.js";

export const futures = [
  expressing<{ which: number }>({
    name: "await future",
    weight: 20,
    places: ["coroutine"],
    fields: () => ({ which }),
    expression({ which: number }, at) {
      const future = at.awaitable("future", number);
      return future === null ? null : `${awaiting(at)} ${future}`;
    },
  }),
  expressing<{ which: number }>({
    name: "set result",
    weight: 16,
    places: ["coroutine", "callback"],
    fields: () => ({ which }),
    expression({ which: number }, at) {
      const future = at.some("future", number);
      return future === null ? null : `${future}.set_result(${at.label})`;
    },
  }),
  expressing<{ which: number }>({
    name: "complete",
    weight: 16,
    places: ["coroutine", "callback"],
    fields: () => ({ which }),
    expression({ which: number }, at) {
      const future = at.some("future", number);
      return future === null ? null : `complete(${future}, ${at.label})`;
    },
  }),
  expressing<{ which: number; class: Raised }>({
    name: "set exception",
    weight: 12,
    places: ["coroutine", "callback"],
    fields: () => ({ which, class: given }),
    expression({ which: number, class: name }, at) {
      const future = at.some("future", number);
      return future === null ? null : `${future}.set_exception(${exceptionIn(at.language, name, at.label)})`;
    },
  }),
  expressing<{ which: number; message: string | null }>({
    name: "cancel future",
    weight: 12,
    places: ["coroutine", "callback"],
    fields: () => ({ which, message }),
    expression({ which: number, message: text }, at) {
      const future = at.some("future", number);
      return future === null ? null : `${future}.cancel(${text === null ? "" : JSON.stringify(text)})`;
    },
  }),
  kind<{ aws: readonly Awaited[]; exceptions: boolean }>({
    name: "gather future",
    weight: 12,
    places: ["coroutine"],
    makes: "future",
    fields: (nested) => ({ aws: fc.array(awaited(nested), { minLength: 1, maxLength: 3 }), exceptions: fc.boolean() }),
    python({ aws, exceptions }, at) {
      const words = aws.map((one) => at.expression(one)).filter((text) => text !== null);
      words.push(`return_exceptions=${constant(at, exceptions)}`);
      return [`futures[${String(at.number)}] = asyncio.gather(${words.join(", ")})`];
    },
    typescript({ aws, exceptions }, at) {
      const words = aws.map((one) => at.expression(one)).filter((text) => text !== null);
      words.unshift(`{ return_exceptions: ${constant(at, exceptions)} }`);
      return [`futures.set(${String(at.number)}, asyncio.gather_kw(${words.join(", ")}));`];
    },
  }),
];
