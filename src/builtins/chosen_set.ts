/**
 * A set whose order nobody can know: in Python it goes by the addresses of its members. So the order is a choice, made as far as somebody looks
 * at it.
 */
import { current } from "../kernel/current.js";
import type { Kernel } from "../kernel/kernel.js";
import { RuntimeError } from "./exceptions.js";

/** Takes one out of those that are left of a set. @internal */
export function take_chosen<T>(left: T[]): T | undefined {
  return left.splice(current().choose("order", left.length), 1)[0];
}

/** The members of a set in an order that is chosen now. @internal */
export function in_chosen_order<T>(members: readonly T[]): T[] {
  const left = [...members];
  return members.map(() => take_chosen(left) as T);
}

/**
 * A set in an order that the run's chooser picks, one member after the other as they are iterated. Two iterations without a change in between
 * give the same order. The default schedule takes the members as they were added.
 */
export class ChosenSet<T> extends Set<T> {
  readonly #kernel: Kernel = current();
  /** The beginning of the order, as far as it was looked at. */
  #order: T[] = [];
  /** What comes after it, in order of insertion. */
  #left: T[] = [];

  /** @param members what is in it, in the order of the default schedule */
  constructor(members: Iterable<T> = []) {
    super();
    for (const member of members) this.add(member);
  }

  /** The members as they were added, for whom their order does not matter: nothing is chosen. */
  members(): IterableIterator<T> {
    return super.values();
  }

  override add(member: T): this {
    if (this.has(member)) return this;
    super.add(member);
    // A new member can move all others.
    this.#left = [...super.values()];
    this.#order = [];
    return this;
  }

  override delete(member: T): boolean {
    for (const list of [this.#order, this.#left]) {
      const at = list.indexOf(member);
      if (at >= 0) list.splice(at, 1);
    }
    return super.delete(member);
  }

  override clear(): void {
    this.#order = [];
    this.#left = [];
    super.clear();
  }

  /**
   * The members in order.
   * @throws RuntimeError `Set changed size during iteration`
   */
  override *values(): Generator<T, undefined, unknown> {
    const { size } = this;
    for (let at = 0; at < size; at++) {
      yield this.#at(at);
      if (this.size !== size) throw new RuntimeError("Set changed size during iteration");
    }
    return undefined;
  }

  #at(index: number): T {
    while (this.#order.length <= index) {
      const way = this.#kernel.ending === null ? this.#kernel.choose("order", this.#left.length) : 0;
      this.#order.push(...this.#left.splice(way, 1));
    }
    return this.#order[index] as T;
  }

  override keys(): Generator<T, undefined, unknown> {
    return this.values();
  }

  override *entries(): Generator<[T, T], undefined, unknown> {
    for (const member of this.values()) yield [member, member];
    return undefined;
  }

  override forEach(callback: (value: T, key: T, set: Set<T>) => void): void {
    for (const member of this.values()) callback(member, member, this);
  }

  override [Symbol.iterator](): Generator<T, undefined, unknown> {
    return this.values();
  }
}
