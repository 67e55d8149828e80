/** Statements about futures that threads share, and about coroutines that are submitted to a loop. */
import fc from "fast-check";
import { awaiting, type CoroutineFunction, expressing, kind } from "../kind.js";
import { which } from "./values.js";

/** How long a thread waits for a result. */
const patience = fc.constantFrom(0, 0.001, 0.005, 0.02, null);

export const submissions = [
  kind<{ function: CoroutineFunction; which: number }>({
    name: "submit",
    weight: 7,
    places: ["coroutine", "callback", "thread"],
    makes: "submission",
    fields: (nested) => ({ function: nested.coroutine(), which }),
    python: ({ function: body, which: number }, at) => [
      `submissions[${String(at.number)}] = asyncio.run_coroutine_threadsafe(${at.nameOf(body)}(), ${at.loop(number)})`,
    ],
    typescript: ({ function: body, which: number }, at) => [
      `submissions.set(${String(at.number)}, yield* asyncio.run_coroutine_threadsafe(${at.nameOf(body)}(), ${at.loop(number)}));`,
    ],
  }),
  expressing<{ which: number; call: "cancel" | "done" | "running" | "cancelled" }>({
    name: "submission",
    weight: 5,
    places: ["coroutine", "callback", "thread"],
    fields: () => ({ which, call: fc.constantFrom("cancel" as const, "done" as const, "running", "cancelled") }),
    expression({ which: number, call }, at) {
      const one = at.some("submission", number);
      return one === null ? null : `${at.language === "python" ? "" : "yield* "}${one}.${call}()`;
    },
  }),
  expressing<{ which: number; call: "result" | "exception"; timeout: number | null }>({
    name: "wait for submission",
    weight: 5,
    places: ["coroutine", "callback", "thread"],
    fields: () => ({ which, call: fc.constantFrom("result" as const, "exception" as const), timeout: patience }),
    expression({ which: number, call, timeout }, at) {
      const one = at.some("submission", number);
      if (one === null) return null;
      const words = timeout === null ? "" : String(timeout);
      return `${at.language === "python" ? "" : "yield* "}${one}.${call}(${words})`;
    },
  }),
  expressing<{ which: number }>({
    name: "await submission",
    weight: 4,
    places: ["coroutine"],
    fields: () => ({ which }),
    expression({ which: number }, at) {
      const one = at.awaitable("submission", number);
      return one === null ? null : `${awaiting(at)} asyncio.wrap_future(${one})`;
    },
  }),
];
