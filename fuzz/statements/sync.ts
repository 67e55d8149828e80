/** Statements about asyncio's locks and queues: few of each kind, which are made when somebody first asks for them. */
import fc from "fast-check";
import { awaiting, constant, expressing, kind, noted, type Place, type Position, type Statement } from "../kind.js";
import { delay } from "./values.js";

const anywhere: readonly Place[] = ["coroutine", "callback", "thread"];
/** There are two of each kind. */
const either = fc.nat({ max: 1 });

/** `primitive("Lock", 0)` */
function primitive(what: string, which: number): string {
  return `primitive("${what}", ${String(which)})`;
}

const holders = ["Lock", "Condition", "Semaphore", "BoundedSemaphore", "Barrier"] as const;
const queues = ["Queue", "PriorityQueue", "LifoQueue"] as const;
const all = ["Event", ...holders, ...queues] as const;

/** What one kind of object can be asked for, by name, without waiting. */
const calls: Readonly<Record<(typeof all)[number], readonly string[]>> = {
  Event: ["set()", "set()", "clear()", "is_set()"],
  Lock: ["release()", "locked()"],
  Condition: ["notify()", "notify(2)", "notify_all()", "release()", "locked()"],
  Semaphore: ["release()", "release()", "locked()"],
  BoundedSemaphore: ["release()", "locked()"],
  Barrier: [],
  Queue: ["put_nowait(LABEL)", "put_nowait(LABEL)", "get_nowait()", "task_done()", "full()", "qsize()"],
  PriorityQueue: ["put_nowait(LABEL)", "get_nowait()", "task_done()", "empty()"],
  LifoQueue: ["put_nowait(LABEL)", "get_nowait()", "task_done()", "qsize()"],
};

/** What one kind of object can be asked for by those who may have to wait. */
const waits: Readonly<Record<(typeof all)[number], readonly string[]>> = {
  Event: ["wait()"],
  Lock: ["acquire()"],
  Condition: ["acquire()", "wait()"],
  Semaphore: ["acquire()"],
  BoundedSemaphore: ["acquire()"],
  Barrier: ["wait()", "wait()", "wait()", "abort()", "reset()"],
  Queue: ["put(LABEL)", "get()", "put(LABEL)", "get()", "join()"],
  PriorityQueue: ["put(LABEL)", "get()"],
  LifoQueue: ["put(LABEL)", "get()"],
};

/** An object and one of its methods. */
interface Call {
  readonly what: string;
  readonly which: number;
  readonly method: string;
}

function oneOf(methods: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<Call> {
  const possible = Object.entries(methods).flatMap(([what, names]) => names.map((method) => ({ what, method })));
  return fc.record({ one: fc.constantFrom(...possible), which: either }).map(({ one, which }) => ({ ...one, which }));
}

function text({ what, which, method }: Call, at: Position): string {
  return `${primitive(what, which)}.${withLabel(method, at.label)}`;
}

/** A call that may raise, as a value: its result or its exception. */
function tried(call: string, at: Position): string {
  return `tried(${at.language === "python" ? "lambda: " : "() => "}${call})`;
}

/** A block that holds something. */
function holding(at: Position, what: string, statements: readonly string[]): string[] {
  if (at.language === "python") return [`async with ${what}:`, ...statements];
  return [`yield* ${what}.with(function* () {`, ...statements, "});"];
}

/** What a member of a contest does with the object, which is called `one`. */
function memberText(method: string, label: string): string {
  if (method === "hold") return "held(one)";
  return method.startsWith("hold ")
    ? `holding_primitive(one, "${method.slice(5)}")`
    : `one.${withLabel(method, label)}`;
}

function withLabel(method: string, label: string): string {
  return method.replace("LABEL", label);
}

/** Several tasks that want the same object, and what is done to it and to them meanwhile. */
interface Contest {
  readonly what: (typeof all)[number];
  readonly which: number;
  readonly crew: readonly { readonly method: string; readonly limit: number | null }[];
  readonly script: readonly (null | string | number)[];
}

/** Steps of a script: `null` gives way once, a number cancels a member, a text is a method, and an empty one looks at the object. */
type Steps = (null | string | number)[];

function scriptOf(methods: readonly string[]): fc.Arbitrary<readonly (null | string | number)[]> {
  const cancel = fc.nat({ max: 5 });
  const used = methods.length === 0 ? [] : [fc.constantFrom(...methods)];
  const steps = fc.oneof(
    { weight: 6, arbitrary: fc.constant<Steps>([null]) },
    ...used.flatMap((method) => [
      { weight: 6, arbitrary: fc.tuple(method) },
      // Who is cancelled when he was just woken: that is what most mistakes are about.
      { weight: 4, arbitrary: fc.tuple(method, cancel) },
    ]),
    { weight: 3, arbitrary: fc.tuple(cancel) },
    { weight: 2, arbitrary: fc.constant([""]) },
  );
  return fc.array(steps, { minLength: 2, maxLength: 10, size: "max" }).map((parts) => [null, ...parts.flat()]);
}

const contest: fc.Arbitrary<Contest> = fc
  .record({ what: fc.constantFrom(...all), which: either })
  .chain(({ what, which }) => {
    const held = (holders as readonly string[]).includes(what) ? ["hold"] : [];
    const used = what === "Condition" ? ["hold wait", "hold wait", "hold wait", "hold notify"] : waits[what];
    const member = fc.record({
      method: fc.constantFrom(...used, ...held),
      limit: fc.option(delay, { freq: 1 }),
    });
    return fc.record({
      what: fc.constant(what),
      which: fc.constant(which),
      crew: fc.array(member, { minLength: 2, maxLength: 5, size: "max" }),
      script: scriptOf(calls[what]),
    });
  });

/** The lines of a contest: the object, the tasks, and what is done meanwhile. */
function contestLines({ what, which, crew, script }: Contest, at: Position): string[] {
  const python = at.language === "python";
  const members = crew.map(({ method, limit }, index) => {
    const label = JSON.stringify(`${JSON.parse(at.label) as string} ${String(index)}`);
    const call = memberText(method, label);
    const text = limit === null ? call : `asyncio.wait_for(${call}, ${String(limit)})`;
    return `asyncio.ensure_future(member(${label}, ${text}))`;
  });
  const steps = script.map((step) => {
    if (step === null) return constant(at, null);
    const call = stepText(step, crew.length, at);
    return python ? `lambda: ${call}` : `() => ${call}`;
  });
  const lines = [
    `${python ? "" : "const "}one = fresh("${what}", ${String(which)})`,
    `${python ? "" : "const "}crew = [${members.join(", ")}]`,
    ...noted(at, `${awaiting(at)} contest(${at.label}, crew, [${steps.join(", ")}])`),
  ];
  return python ? lines : ["{", ...lines.map((line) => `  ${line}${line.endsWith(";") ? "" : ";"}`), "}"];
}

function stepText(step: string | number, members: number, at: Position): string {
  if (typeof step === "number") return `crew[${String(step % members)}].cancel()`;
  return step === "" ? "glance(one)" : `one.${withLabel(step, at.label)}`;
}

export const sync = [
  kind<{ contest: Contest }>({
    name: "contest",
    weight: 24,
    places: ["coroutine"],
    fields: () => ({ contest }),
    python: ({ contest: one }, at) => contestLines(one, at),
    typescript: ({ contest: one }, at) => contestLines(one, at),
  }),
  kind<{ what: (typeof holders)[number]; which: number; statements: readonly Statement[] }>({
    name: "hold primitive",
    weight: 12,
    places: ["coroutine"],
    fields: (nested) => ({
      what: fc.constantFrom(...holders),
      which: either,
      statements: nested.statements("coroutine"),
    }),
    python: ({ what, which, statements }, at) => holding(at, primitive(what, which), at.indented(statements)),
    typescript: ({ what, which, statements }, at) => holding(at, primitive(what, which), at.indented(statements)),
  }),
  expressing<{ call: Call; limit: number | null }>({
    name: "wait for primitive",
    weight: 12,
    places: ["coroutine"],
    fields: () => ({ call: oneOf(waits), limit: fc.option(delay, { freq: 2 }) }),
    expression({ call, limit }, at) {
      const wait = text(call, at);
      if (limit === null) return `${awaiting(at)} ${wait}`;
      return `${awaiting(at)} asyncio.wait_for(${wait}, ${String(limit)})`;
    },
  }),
  expressing<{ which: number; call: "wait" | "notify" | "notify_all" }>({
    name: "hold and use condition",
    weight: 6,
    places: ["coroutine"],
    fields: () => ({ which: either, call: fc.constantFrom("wait" as const, "wait", "notify", "notify_all") }),
    expression: ({ which, call }, at) =>
      `${awaiting(at)} holding_primitive(${primitive("Condition", which)}, "${call}")`,
  }),
  expressing<{ call: Call }>({
    name: "use primitive",
    weight: 16,
    places: anywhere,
    fields: () => ({ call: oneOf(calls) }),
    expression: ({ call }, at) => tried(text(call, at), at),
  }),
  expressing<{ what: (typeof all)[number]; which: number }>({
    name: "look at primitive",
    weight: 6,
    places: anywhere,
    fields: () => ({ what: fc.constantFrom(...all), which: either }),
    expression: ({ what, which }) => `glance(${primitive(what, which)})`,
  }),
  expressing<{ what: (typeof queues)[number]; which: number; now: boolean }>({
    name: "shut queue down",
    weight: 2,
    places: anywhere,
    fields: () => ({ what: fc.constantFrom(...queues), which: either, now: fc.boolean() }),
    expression: ({ what, which, now }, at) => tried(`${primitive(what, which)}.shutdown(${now ? "1" : "0"})`, at),
  }),
];
