/** What a run offers to the mirrored rooms besides threads and time: labels, variables, and the check that blocking calls are driven. */
import { UsageError } from "./errors.js";
import type { SharedObject } from "./operation.js";
import type { Thread } from "./thread.js";
import { type Blocking, Immediate } from "./traps.js";

export abstract class Services {
  /** The name of a blocking call that was made and not driven with `yield*` yet; `""` when there is none. */
  undriven = "";
  /** How many objects were made that may be driven at any later time and have not been yet: the coroutines of the library itself. */
  dormant = 0;
  /** The mirrored rooms' variables of this run: see `RunLocal`. */
  readonly locals: unknown[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #immediate = new Immediate<unknown>(() => {
    this.undriven = "";
  });

  /** A label for a shared object, such as `lock 2`: see {@link SharedObject.number}. */
  label(object: SharedObject): string {
    if (object.number === 0) object.number = this.numberOf(object.kind);
    return `${object.kind} ${String(object.number)}`;
  }

  /** The number of a new object among those of its kind, from 1. */
  numberOf(kind: string): number {
    const number = (this.#numbers.get(kind) ?? 0) + 1;
    this.#numbers.set(kind, number);
    return number;
  }

  /** A blocking call is being made; its first action when it is driven is to set {@link undriven} back. */
  calls(name: string): void {
    if (this.undriven !== "") this.complain();
    this.undriven = name;
  }

  /**
   * A blocking call was done at once, which is allowed while `Kernel.credit` lasts: nobody watches, so nobody can tell. It must be driven
   * all the same, with the same reproach.
   * @returns what the call returns; one object serves all calls
   */
  did<T>(name: string, value: T): Blocking<T> {
    if (this.undriven !== "") this.complain();
    this.undriven = name;
    return this.#immediate.with(value) as Immediate<T>;
  }

  /** Says that a blocking call was made and never driven. */
  complain(): never {
    const call = this.undriven;
    this.undriven = "";
    throw new UsageError(`${call} was called but never driven, so nothing happened: write \`yield* ${call}\``);
  }
}

/** What is said to a thread that yielded something else than an operation. */
export function strayYield(thread: Thread, value: unknown): UsageError {
  const what = value instanceof Object ? `an object of class ${value.constructor.name}` : String(value);
  const hint =
    typeof (value as { then?: unknown } | null)?.then === "function" ? "; no Promise enters the simulation" : "";
  return new UsageError(
    `${thread.name} yielded ${what}: a thread yields only through \`yield*\` of a blocking call${hint}`,
  );
}

/** What is said where two threads are stopped in the middle of plain functions, and the wrong one would have to go on. */
export function pausedTwice(next: Thread, last: Thread): UsageError {
  return new UsageError(
    `${next.name} and ${last.name} are stopped in the first steps of eager tasks at the same time, and the first of them cannot go on before the other: the simulation has one stack for both; let one of the threads begin its tasks without eager_start`,
  );
}
