/** Statements about tasks. */
import fc from "fast-check";
import { awaiting, type CoroutineFunction, expressing, kind, noted } from "../kind.js";
import { message, which } from "./values.js";

/** Which function makes a task. */
type How = "loop" | "asyncio" | "ensure" | "context";

const how = fc.oneof(
  { weight: 7, arbitrary: fc.constant<How>("loop") },
  { weight: 3, arbitrary: fc.constantFrom<How>("asyncio", "ensure", "context") },
);

export const tasks = [
  kind<{ function: CoroutineFunction; how: How }>({
    name: "create task",
    weight: 36,
    places: ["coroutine"],
    makes: "task",
    fields: (nested) => ({ function: nested.coroutine(), how }),
    python: ({ function: body, how: by }, at) => {
      const name = at.nameOf(body);
      const call = {
        loop: `asyncio.get_running_loop().create_task(${name}(), name="${name}")`,
        asyncio: `asyncio.create_task(${name}(), name="${name}")`,
        ensure: `asyncio.ensure_future(${name}())`,
        context: `asyncio.get_running_loop().create_task(${name}(), context=CONTEXT)`,
      };
      return [`tasks[${String(at.number)}] = ${call[by]}`];
    },
    typescript: ({ function: body, how: by }, at) => {
      const name = at.nameOf(body);
      const call = {
        loop: `asyncio.get_running_loop().create_task(${name}(), { name: "${name}" })`,
        asyncio: `asyncio.create_task(${name}(), { name: "${name}" })`,
        ensure: `asyncio.ensure_future(${name}())`,
        context: `asyncio.get_running_loop().create_task(${name}(), { context: CONTEXT })`,
      };
      return [`tasks.set(${String(at.number)}, ${call[by]});`];
    },
  }),
  expressing<{ which: number }>({
    name: "await task",
    weight: 24,
    places: ["coroutine"],
    fields: () => ({ which }),
    expression({ which: number }, at) {
      const task = at.awaitable("task", number);
      return task === null ? null : `${awaiting(at)} ${task}`;
    },
  }),
  expressing<{ which: number; message: string | null }>({
    name: "cancel task",
    weight: 24,
    places: ["coroutine", "callback"],
    fields: () => ({ which, message }),
    expression: ({ which: number, message: text }, at) =>
      `${at.some("task", number) ?? ""}.cancel(${text === null ? "" : JSON.stringify(text)})`,
  }),
  expressing<{ which: number; call: "uncancel" | "cancelling" }>({
    name: "count cancellations",
    weight: 8,
    places: ["coroutine", "callback"],
    fields: () => ({ which, call: fc.constantFrom("uncancel" as const, "cancelling" as const) }),
    expression: ({ which: number, call }, at) => `${at.some("task", number) ?? ""}.${call}()`,
  }),
  expressing<{ call: "uncancel" | "cancelling" | "cancel" }>({
    name: "own cancellation",
    weight: 8,
    places: ["coroutine"],
    fields: () => ({ call: fc.constantFrom("uncancel" as const, "cancelling" as const, "cancel" as const) }),
    expression: ({ call }, at) => (at.language === "python" ? `current().${call}()` : `current().${call}()`),
  }),
  expressing<{ function: CoroutineFunction }>({
    name: "await coroutine",
    weight: 12,
    places: ["coroutine"],
    fields: (nested) => ({ function: nested.coroutine() }),
    expression: ({ function: body }, at) => `${awaiting(at)} ${at.nameOf(body)}()`,
  }),
  expressing<{ which: number }>({
    name: "rename task",
    weight: 4,
    places: ["coroutine", "callback"],
    fields: () => ({ which }),
    expression: ({ which: number }, at) => `${at.some("task", number) ?? ""}.set_name(${at.label})`,
  }),
  expressing({
    name: "count tasks",
    weight: 4,
    places: ["coroutine", "callback"],
    fields: () => ({}),
    expression: (_statement, at) =>
      at.language === "python" ? "len(asyncio.all_tasks())" : "asyncio.all_tasks().size",
  }),
  kind<{ which: number }>({
    name: "await itself",
    weight: 2,
    places: ["coroutine"],
    fields: () => ({ which }),
    python: (_statement, at) => noted(at, "await current()"),
    typescript: (_statement, at) => noted(at, "yield* current()"),
  }),
];
