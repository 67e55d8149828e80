/** Statements about task groups, and tasks that begin at once. */
import fc from "fast-check";
import { constant, type CoroutineFunction, kind, noted, type Statement } from "../kind.js";

export const groups = [
  kind<{ functions: readonly CoroutineFunction[]; statements: readonly Statement[] }>({
    name: "task group",
    weight: 18,
    places: ["coroutine"],
    makes: "task",
    fields: (nested) => ({
      functions: fc.array(nested.coroutine(), { minLength: 1, maxLength: 3 }),
      statements: nested.statements("coroutine"),
    }),
    python({ functions, statements }, at) {
      const group = `group${String(at.number)}`;
      const calls = functions.map((one) => {
        const name = at.nameOf(one);
        return `${group}.create_task(${name}(), name="${name}")`;
      });
      const [first = "", ...others] = calls;
      return [
        `async with asyncio.TaskGroup() as ${group}:`,
        `    tasks[${String(at.number)}] = ${first}`,
        ...others.map((call) => `    ${call}`),
        ...at.indented(statements),
        `    ${noted(at, group).join("")}`,
        ...noted(at, `current().cancelling()`),
      ];
    },
    typescript({ functions, statements }, at) {
      const group = `group${String(at.number)}`;
      const calls = functions.map((one) => {
        const name = at.nameOf(one);
        return `${group}.create_task(${name}(), { name: "${name}" })`;
      });
      const [first = "", ...others] = calls;
      return [
        `yield* new asyncio.TaskGroup().with(function* (${group}) {`,
        `  tasks.set(${String(at.number)}, ${first});`,
        ...others.map((call) => `  ${call};`),
        ...at.indented(statements),
        `  ${noted(at, group).join("")}`,
        "});",
        ...noted(at, `current().cancelling()`),
      ];
    },
  }),
  kind<{ function: CoroutineFunction }>({
    name: "eager task",
    weight: 14,
    places: ["coroutine", "callback"],
    makes: "task",
    fields: (nested) => ({ function: nested.coroutine() }),
    python({ function: body }, at) {
      const name = at.nameOf(body);
      const options = `loop=asyncio.get_running_loop(), name="${name}", eager_start=True`;
      return [`tasks[${String(at.number)}] = asyncio.Task(${name}(), ${options})`];
    },
    typescript({ function: body }, at) {
      const name = at.nameOf(body);
      const options = `{ loop: asyncio.get_running_loop(), name: "${name}", eager_start: true }`;
      return [`tasks.set(${String(at.number)}, new asyncio.Task(${name}(), ${options}));`];
    },
  }),
  kind<{ eager: boolean }>({
    name: "task factory",
    weight: 4,
    places: ["coroutine", "callback"],
    fields: () => ({ eager: fc.boolean() }),
    python: ({ eager }, at) => [
      `asyncio.get_running_loop().set_task_factory(${eager ? "eagerly" : constant(at, null)})`,
    ],
    typescript: ({ eager }, at) => [
      `asyncio.get_running_loop().set_task_factory(${eager ? "eagerly" : constant(at, null)});`,
    ],
  }),
];
