/** What the kernel's specs share: threads that do visible operations and note what happens, and choosers that follow a list. */
import { Gate, Kernel, Operation, SharedObject, type Blocking, type Chooser, type ChoicePoint } from "interloop";
import type { Ending, Thread } from "interloop";
import type { Field, Observer } from "../../src/kernel/observer.js";
import type { KernelOptions } from "../../src/kernel/kernel.js";

/** Something that the threads of a spec touch. */
export const thing = new SharedObject("thing");

const touching = new Operation("touch", thing, "write");

/** A visible operation that never waits. */
export function* touch(kernel: Kernel): Blocking<void> {
  if (kernel.credit-- <= 0) yield touching;
}

/** A gate and the operation of waiting at it. */
export function gateOf(kind: string, open = false): { gate: Gate; passing: Operation } {
  const gate = new Gate(kind, open);
  return { gate, passing: new Operation(`pass ${kind}`, gate, "write", gate) };
}

/** Decides by a list of numbers, and takes the default when the list is used up; notes what it was asked. */
export class Script implements Chooser {
  readonly asked: string[] = [];
  readonly #ways: number[];

  constructor(...ways: number[]) {
    this.#ways = ways;
  }

  choose(point: ChoicePoint): number {
    const ways =
      point.kind === "thread" ? point.threads.map((thread) => thread?.name ?? "time").join(" ") : point.count;
    this.asked.push(`${point.index} ${point.kind}: ${ways}${point.preempts ? " (preempts)" : ""}`);
    return this.#ways.shift() ?? 0;
  }
}

/** Keeps the events of a run as lines. */
export class Lines implements Observer {
  readonly lines: string[] = [];

  note(kind: string, cause: number, fields: Readonly<Record<string, Field>>): number {
    const list = Object.entries(fields).map(([name, value]) => ` ${name}=${String(value)}`);
    return this.lines.push(`${kind} <${cause}${list.join("")}`);
  }
}

/** A body of a bare thread. */
export type Body = (kernel: Kernel, note: (text: string) => void) => Blocking<unknown>;

/** How a run of bare threads went. */
export interface Result {
  readonly kernel: Kernel;
  readonly ending: Ending;
  /** What the threads noted, with their names before it. */
  readonly notes: readonly string[];
  readonly threads: readonly Thread[];
}

/** Runs bodies as threads, named by their keys, in the order in which they stand. */
export function runThreads(bodies: Readonly<Record<string, Body>>, options: KernelOptions = {}): Result {
  const kernel = new Kernel(options);
  const notes: string[] = [];
  const threads = Object.entries(bodies).map(([name, body]) => {
    const note = (text: string): void => void notes.push(`${name}: ${text}`);
    return kernel.spawn(body(kernel, note), name);
  });
  return { kernel, ending: kernel.run(), notes, threads };
}

/** The same run alone and watched by somebody who always takes the default; they must not differ. */
export function runBothWays(bodies: () => Readonly<Record<string, Body>>, options: KernelOptions = {}): Result[] {
  return [runThreads(bodies(), options), runThreads(bodies(), { ...options, chooser: new Script() })];
}
