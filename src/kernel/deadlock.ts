/** The wait-for graph of a run in which nobody can go on: who waits for whom, and the cycle if there is one. */
import type { Ending, Wait } from "./ending.js";
import { SharedObject } from "./operation.js";
import { BLOCKED, Thread } from "./thread.js";

/** How many links of one chain are followed; a chain is as long as the nesting of locks, so this is never reached by honest programs. */
const CHAIN_MAX = 64;

type Node = Thread | SharedObject;

function next(node: Node): Node | null {
  if (node instanceof SharedObject) return node.holder();
  return node.pending?.gate ?? null;
}

/** Follows one thread's waiting until it ends or comes back to a place where it has been. */
function follow(thread: Thread): { path: Node[]; loop: Node[] } {
  const path: Node[] = [];
  let node = next(thread);
  while (node !== null && path.length < CHAIN_MAX) {
    const seen = path.indexOf(node);
    if (seen >= 0) return { path, loop: path.slice(seen) };
    path.push(node);
    if (node === thread) return { path, loop: path };
    node = next(node);
  }
  return { path, loop: [] };
}

/** The cycle written from its first thread round to itself, so that each thread's chain that meets it gives the same text. */
function writeCycle(loop: readonly Node[], label: (node: Node) => string): string[] {
  const threads = loop.filter((node) => node instanceof Thread).sort((a, b) => a.id - b.id);
  const first = threads[0];
  if (first === undefined) return [];
  const start = loop.indexOf(first);
  const turned = [...loop.slice(start), ...loop.slice(0, start), first];
  return turned.map(label);
}

/** How a run ends in which no thread can go on: well, when only daemon threads are left. The parameters are those of {@link describeWaits}. */
export function endingOfAll(threads: readonly Thread[], label: (object: SharedObject) => string): Ending {
  const blocked = threads.some((thread) => thread.state === BLOCKED && !thread.daemon);
  return blocked ? describeWaits(threads, label) : { kind: "returned", value: undefined };
}

/**
 * Describes a deadlock.
 * @param threads all threads of the run; those that are blocked are described, in order of creation
 * @param label how a shared object is called in this run
 */
export function describeWaits(
  threads: readonly Thread[],
  label: (object: SharedObject) => string,
): Extract<Ending, { kind: "deadlock" }> {
  const name = (node: Node): string => (node instanceof Thread ? node.name : label(node));
  const waits: Wait[] = [];
  let cycle: string[] = [];
  for (const thread of threads) {
    if (thread.state !== BLOCKED || thread.pending === null) continue;
    const { path, loop } = follow(thread);
    waits.push({ thread: thread.name, operation: thread.pending.name, chain: path.map(name) });
    if (cycle.length === 0) cycle = writeCycle(loop, name);
  }
  return { kind: "deadlock", waits, cycle };
}
