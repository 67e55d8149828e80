/**
 * What a thread yields: the visible operation that it is about to do. A strategy sees every thread's pending operation,
 * with its object and its kind of access, before it chooses who goes next; two operations depend on each other only when they name
 * the same object and at least one of them writes.
 */
import { current, isRunning } from "./current.js";
import type { Thread } from "./thread.js";

/** How an operation touches its object; two reads of one object commute, everything else on it does not. */
export type Access = "read" | "write";

/** Something that several threads can touch. Everything that a wait-for graph or a reduction has to know of it. */
export class SharedObject {
  /** What it is, in one word: `lock`, `pipe`, `stdout`. */
  readonly kind: string;
  /**
   * Its number among the objects of its kind in this run, from 1, by creation: labels must not depend on who asks for them and when.
   * One that is made outside a run is numbered when its label is first asked for; until then this is 0.
   */
  number: number;

  constructor(kind: string) {
    this.kind = kind;
    this.number = isRunning() ? current().numberOf(kind) : 0;
  }

  /** Whom a thread that waits here waits for: another thread, another object, or nobody in particular. */
  holder(): Thread | SharedObject | null {
    return null;
  }
}

/**
 * A shared object at which threads can be stopped. An operation that waits at a gate is enabled while the gate is open.
 * invariant: a thread is in `waiters` from the moment it yields such an operation until it is resumed.
 */
export class Gate extends SharedObject {
  open: boolean;
  readonly waiters: Thread[] = [];
  /** Whom a thread that waits at this gate waits for; `null` when nobody in particular can open it. */
  owner: Thread | SharedObject | null = null;

  constructor(kind: string, open: boolean) {
    super(kind);
    this.open = open;
  }

  override holder(): Thread | SharedObject | null {
    return this.owner;
  }
}

/** Most operations touch one object: one list for all of them. */
const nothing: readonly SharedObject[] = [];

/** One visible operation: plain data, made once per object and yielded many times. */
export class Operation {
  /** What is about to be done, as a verb phrase for reports: `acquire`, `write to self-pipe`. */
  readonly name: string;
  /** What it touches; `null` when nothing that another thread could touch. */
  readonly object: SharedObject | null;
  readonly access: Access;
  /** The gate that must be open, unless the thread's deadline passes first; `null` when it never waits. */
  readonly gate: Gate | null;
  /** What it touches besides, in the same way. */
  readonly also: readonly SharedObject[];

  constructor(
    name: string,
    object: SharedObject | null,
    access: Access,
    gate: Gate | null = null,
    also: readonly SharedObject[] = nothing,
  ) {
    this.name = name;
    this.object = object;
    this.access = access;
    this.gate = gate;
    this.also = also;
  }

  /** Whether it touches something. */
  touches(object: SharedObject): boolean {
    return this.object === object || this.also.includes(object);
  }
}

/** Two operations that can be swapped without anybody noticing are independent; all others are dependent. */
export function dependent(a: Operation, b: Operation): boolean {
  if (a.access === "read" && b.access === "read") return false;
  return (a.object !== null && b.touches(a.object)) || a.also.some((object) => b.touches(object));
}

/** A gate that no one opens: what a sleeping thread waits at until its deadline. */
export const never = new Gate("clock", false);
