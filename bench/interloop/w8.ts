// W8: every interleaving of two threads over one counter, on the bare kernel. Arguments: the scale, and the variant.
import { writeSync } from "node:fs";
import {
  exploreThreads,
  Gate,
  type Kernel,
  Operation,
  SharedObject,
  type Syscall,
  type ThreadProgram,
} from "interloop";
import { check } from "./program.js";

type Body = Generator<Syscall, void, unknown>;

/** What the two threads share. */
interface Counter {
  value: number;
  readonly lock: Gate;
}

// One set of operations serves all executions, since an execution begins with all its locks free.
const counterObject = new SharedObject("counter");
const increment = new Operation("increment", counterObject, "write");
const read = new Operation("read", counterObject, "read");
const write = new Operation("write", counterObject, "write");

function* atomic(counter: Counter, k: number): Body {
  for (let i = 0; i < k; i++) {
    yield increment;
    counter.value += 1;
  }
}

function* racy(counter: Counter, k: number): Body {
  for (let i = 0; i < k; i++) {
    yield read;
    const seen = counter.value;
    yield write;
    counter.value = seen + 1;
  }
}

function* locked(counter: Counter, k: number, kernel: Kernel): Body {
  const { lock } = counter;
  const acquire = new Operation("acquire", lock, "write", lock);
  const release = new Operation("release", lock, "write");
  for (let i = 0; i < k; i++) {
    yield acquire;
    kernel.close(lock);
    yield read;
    const seen = counter.value;
    yield write;
    counter.value = seen + 1;
    yield release;
    kernel.open(lock);
  }
}

/** Two threads that run the same body; the result is what the counter holds at the end. */
function program(body: (counter: Counter, k: number, kernel: Kernel) => Body, k: number): ThreadProgram {
  return (kernel) => {
    const counter = { value: 0, lock: new Gate("lock", true) };
    kernel.prime(kernel.spawn(body(counter, k, kernel), "A"));
    kernel.prime(kernel.spawn(body(counter, k, kernel), "B"));
    return () => counter.value;
  };
}

interface Variant {
  readonly body: (counter: Counter, k: number, kernel: Kernel) => Body;
  /** Each number of increments, with how many interleavings it has and in how many final values they end. */
  readonly expected: readonly (readonly [k: number, executions: number, values: number])[];
}

const variants: Readonly<Record<string, Variant>> = {
  // k increments in each of two threads can be interleaved in (2k)! / (k! k!) ways.
  atomic: { body: atomic, expected: [[3, 20, 1], [4, 70, 1], [5, 252, 1], [6, 924, 1]] }, // prettier-ignore
  // While one thread holds the lock the other is stopped in front of it: only the order of the critical sections is free.
  locked: { body: locked, expected: [[3, 20, 1], [4, 70, 1], [5, 252, 1], [6, 924, 1]] }, // prettier-ignore
  // 2k operations in each thread; a final value from 2 to 2k.
  racy: { body: racy, expected: [[3, 924, 5], [4, 12_870, 7], [5, 184_756, 9]] }, // prettier-ignore
};

const scale = Number(process.argv[2] ?? "1");
const name = process.argv[3] ?? "racy";
const variant = variants[name];
if (variant === undefined) throw new Error(`unknown variant '${name}': it is atomic, locked or racy`);

/** Enumerates everything once. @returns how many executions that took */
function enumerate({ body, expected }: Variant): number {
  let total = 0;
  for (const [k, executions, values] of expected) {
    const report = exploreThreads(program(body, k), { maxExecutions: Infinity });
    check(report.verdict === "exhausted", `${name}, k = ${String(k)}: ${report.reason}`);
    check(report.executions === executions, `${name}, k = ${String(k)}: ${String(report.executions)} executions`);
    check(
      report.outcomes.length === values,
      `${name}, k = ${String(k)}: ${String(report.outcomes.length)} final values`,
    );
    total += report.executions;
  }
  return total;
}

/** About as many executions for each variant; a small scale leaves the large programs out. */
const EXECUTIONS = 190_000;
const sizes = variant.expected.filter(([, executions]) => executions <= Math.max(20, EXECUTIONS * scale));
const chosen = { ...variant, expected: sizes.length === 0 ? variant.expected.slice(0, 1) : sizes };
let operations = 0;
const start = performance.now();
do operations += enumerate(chosen);
while (operations < EXECUTIONS * scale);
const seconds = (performance.now() - start) / 1000;
writeSync(1, `${JSON.stringify({ name: `W8 ${name}`, operations, seconds })}\n`);
