// The peer for W8: fast-check's scheduler on the same two threads. It draws schedules at random, so an execution is one
// run of the property; each k gets its share of the executions, as it has of all interleavings.
import { writeSync } from "node:fs";
import * as fc from "fast-check";

type Thread = (scheduler: fc.Scheduler) => Promise<void>;

/** Two threads over one counter; `counter` is read when both have ended. */
interface Program {
  readonly thread: Thread;
  readonly counter: () => number;
}

/** One visible operation: the scheduler decides when this thread goes on. */
function visible(scheduler: fc.Scheduler): Promise<void> {
  return scheduler.schedule(Promise.resolve());
}

function atomic(k: number): Program {
  let counter = 0;
  const thread: Thread = async (scheduler) => {
    for (let i = 0; i < k; i++) {
      await visible(scheduler);
      counter += 1;
    }
  };
  return { thread, counter: () => counter };
}

function racy(k: number): Program {
  let counter = 0;
  const thread: Thread = async (scheduler) => {
    for (let i = 0; i < k; i++) {
      await visible(scheduler);
      const read = counter;
      await visible(scheduler);
      counter = read + 1;
    }
  };
  return { thread, counter: () => counter };
}

function locked(k: number): Program {
  let counter = 0;
  let held = false;
  let wake: (() => void) | null = null;
  const thread: Thread = async (scheduler) => {
    for (let i = 0; i < k; i++) {
      await visible(scheduler);
      while (held) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        await visible(scheduler);
      }
      held = true;
      await visible(scheduler);
      const read = counter;
      await visible(scheduler);
      counter = read + 1;
      await visible(scheduler);
      held = false;
      wake?.();
      wake = null;
    }
  };
  return { thread, counter: () => counter };
}

interface Variant {
  readonly program: (k: number) => Program;
  /** The visible operations of one increment. */
  readonly operations: number;
  readonly ks: readonly number[];
  /** The least final value that two threads of k increments can leave. */
  readonly least: (k: number) => number;
}

const variants: Readonly<Record<string, Variant>> = {
  atomic: { program: atomic, operations: 1, ks: [3, 4, 5, 6], least: (k) => 2 * k },
  locked: { program: locked, operations: 1, ks: [3, 4, 5, 6], least: (k) => 2 * k },
  racy: { program: racy, operations: 2, ks: [3, 4, 5], least: () => 2 },
};

/** How many orders the operations of two threads have, each with `length` of them. */
function interleavings(length: number): number {
  let count = 1;
  for (let i = 1; i <= length; i++) count = (count * (length + i)) / i;
  return Math.round(count);
}

async function explore(variant: Variant, k: number, executions: number): Promise<number> {
  let executed = 0;
  const property = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
    const { thread, counter } = variant.program(k);
    const threads = Promise.all([thread(scheduler), thread(scheduler)]);
    await scheduler.waitFor(threads);
    executed += 1;
    return counter() >= variant.least(k) && counter() <= 2 * k;
  });
  await fc.assert(property, { numRuns: executions, seed: 42, endOnFailure: true });
  return executed;
}

const EXECUTIONS = 4000;
const scale = Number(process.argv[2] ?? "1");
const name = process.argv[3] ?? "racy";
const variant = variants[name];
if (variant === undefined) throw new Error(`unknown variant '${name}': it is atomic, locked or racy`);

const shares = variant.ks.map((k) => interleavings(k * variant.operations));
const all = shares.reduce((sum, share) => sum + share, 0);
let operations = 0;
const start = performance.now();
for (const [index, k] of variant.ks.entries()) {
  const executions = Math.max(1, Math.round((EXECUTIONS * scale * (shares[index] ?? 0)) / all));
  operations += await explore(variant, k, executions);
}
const seconds = (performance.now() - start) / 1000;
writeSync(1, `${JSON.stringify({ name: `W8 ${name}`, operations, seconds })}\n`);
