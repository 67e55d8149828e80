/** Statements about pools of threads, the executors of loops, and about waiting for several futures that threads share. */
import fc from "fast-check";
import { constant, expressing, kind, type Place, type Position } from "../kind.js";
import { which } from "./values.js";

const everywhere: readonly Place[] = ["coroutine", "callback", "thread"];
/** There are two pools, of one thread and of two. */
const either = fc.nat({ max: 1 });
const delay = fc.constantFrom(0, 0.001, 0.003);
const timeout = fc.constantFrom(0, 0.001, 0.005, 0.02);
const end = fc.constantFrom("value", "value", "error", "cancelled");

/** What a pool is to do. */
interface Job {
  readonly delay: number;
  readonly end: string;
}

/** What goes before a call that may block. */
function blocking(at: Position): string {
  return at.language === "python" ? "" : "yield* ";
}

/** The function and its arguments, as `submit` takes them. */
function job(at: Position, { delay: time, end: how }: Job): string {
  return `job, ${at.label}, ${String(time)}, "${how}"`;
}

/** A list of futures; `null` where there are none. */
function several(at: Position, numbers: readonly number[]): string | null {
  const found = numbers.flatMap((number) => at.some("submission", number) ?? []);
  return found.length === 0 ? null : `[${found.join(", ")}]`;
}

export const pools = [
  kind<Job & { which: number }>({
    name: "execute",
    weight: 10,
    places: everywhere,
    threads: true,
    makes: "submission",
    fields: () => ({ which: either, delay, end }),
    python: (statement, at) => [
      `submissions[${String(at.number)}] = pool(${String(statement.which)}).submit(${job(at, statement)})`,
    ],
    typescript: (statement, at) => [
      `submissions.set(${String(at.number)}, yield* pool(${String(statement.which)}).submit(${job(at, statement)}));`,
    ],
  }),
  expressing<Job & { which: number | null }>({
    name: "run in executor",
    weight: 8,
    places: ["coroutine"],
    threads: true,
    fields: () => ({ which: fc.option(either), delay, end }),
    expression(statement, at) {
      const executor = statement.which === null ? constant(at, null) : `pool(${String(statement.which)})`;
      const awaits = at.language === "python" ? "await " : "yield* yield* ";
      return `${awaits}asyncio.get_running_loop().run_in_executor(${executor}, ${job(at, statement)})`;
    },
  }),
  expressing<Job>({
    name: "to_thread",
    weight: 4,
    places: ["coroutine"],
    threads: true,
    fields: () => ({ delay, end }),
    expression: (statement, at) =>
      `${at.language === "python" ? "await" : "yield*"} asyncio.to_thread(${job(at, statement)})`,
  }),
  expressing<{ which: readonly number[]; timeout: number; when: string }>({
    name: "wait for several",
    weight: 5,
    places: everywhere,
    threads: true,
    fields: () => ({
      which: fc.array(which, { minLength: 1, maxLength: 3 }),
      timeout,
      when: fc.constantFrom("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"),
    }),
    expression({ which: numbers, timeout: time, when }, at) {
      const list = several(at, numbers);
      return list === null ? null : `${blocking(at)}over(${list}, ${String(time)}, "${when}")`;
    },
  }),
  expressing<{ which: readonly number[]; timeout: number }>({
    name: "as several complete",
    weight: 5,
    places: everywhere,
    threads: true,
    fields: () => ({ which: fc.array(which, { minLength: 1, maxLength: 3 }), timeout }),
    expression({ which: numbers, timeout: time }, at) {
      const list = several(at, numbers);
      return list === null ? null : `${blocking(at)}following(${at.label}, ${list}, ${String(time)})`;
    },
  }),
  expressing<{ which: number; delays: readonly number[]; end: string; timeout: number | null }>({
    name: "map",
    weight: 3,
    places: everywhere,
    threads: true,
    fields: () => ({
      which: either,
      delays: fc.array(delay, { minLength: 1, maxLength: 3 }),
      end,
      timeout: fc.option(timeout),
    }),
    expression({ which: number, delays, end: how, timeout: limit }, at) {
      const time = limit === null ? constant(at, null) : String(limit);
      return `${blocking(at)}mapped(${String(number)}, ${at.label}, [${delays.join(", ")}], "${how}", ${time})`;
    },
  }),
  expressing<{ which: number; wait: boolean; cancel: boolean }>({
    name: "shut pool down",
    weight: 2,
    places: everywhere,
    threads: true,
    fields: () => ({ which: either, wait: fc.boolean(), cancel: fc.boolean() }),
    expression({ which: number, wait, cancel }, at) {
      const words =
        at.language === "python"
          ? `wait=${constant(at, wait)}${cancel ? ", cancel_futures=True" : ""}`
          : `{ wait: ${String(wait)}${cancel ? ", cancel_futures: true" : ""} }`;
      return `${blocking(at)}pool(${String(number)}).shutdown(${words})`;
    },
  }),
];
