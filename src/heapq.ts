/**
 * Mirrors Lib/heapq.py: a binary heap in an array, the smallest item first.
 *
 * Items that compare equal leave the heap in the order that the algorithm happens to give, which is not the order in
 * which they came. Python programs can see that order (six equal timers leave as 0 2 5 4 1 3), so every function here
 * makes the same comparisons as CPython's, ties included. `TimerHeap` is the same heap for timers, made for speed.
 */
import { lt } from "./builtins/compare.js";
import { IndexError } from "./builtins/base_exceptions.js";

/** Whether the first item is less than the second: Python's `first < second`. */
export type LessThan<T> = (first: T, second: T) => boolean;

/** The text of CPython's C version; its Python version has another. */
const EMPTY = "index out of range";

/**
 * Puts an item into a heap.
 *
 * @param heap - an array that is a heap
 * @param item - the item
 * @param less - the order; Python's `<` if left out
 */
export function heappush<T>(heap: T[], item: T, less: LessThan<T> = lt): void {
  heap.push(item);
  move_up(heap, 0, heap.length - 1, less);
}

/**
 * Takes the smallest item out of a heap.
 *
 * @param heap - an array that is a heap
 * @param less - the order; Python's `<` if left out
 * @returns the item
 * @throws IndexError `index out of range`, if the heap is empty
 */
export function heappop<T>(heap: T[], less: LessThan<T> = lt): T {
  if (heap.length === 0) throw new IndexError(EMPTY);
  const last = heap.pop() as T;
  return heap.length === 0 ? last : heapreplace(heap, last, less);
}

/**
 * Takes the smallest item out and puts another in: faster than both in turn, and the result may be greater than the item
 * put in.
 *
 * @param heap - an array that is a heap
 * @param item - the item to put in
 * @param less - the order; Python's `<` if left out
 * @returns the item taken out
 * @throws IndexError `index out of range`, if the heap is empty
 */
export function heapreplace<T>(heap: T[], item: T, less: LessThan<T> = lt): T {
  if (heap.length === 0) throw new IndexError(EMPTY);
  const smallest = heap[0] as T;
  heap[0] = item;
  settle(heap, 0, less);
  return smallest;
}

/**
 * Puts an item in and then takes the smallest out.
 *
 * @param heap - an array that is a heap
 * @param item - the item to put in
 * @param less - the order; Python's `<` if left out
 * @returns the smallest of the heap and the item
 */
export function heappushpop<T>(heap: T[], item: T, less: LessThan<T> = lt): T {
  if (heap.length === 0 || !less(heap[0] as T, item)) return item;
  return heapreplace(heap, item, less);
}

/**
 * Makes an array a heap, in place.
 *
 * @param items - any array
 * @param less - the order; Python's `<` if left out
 */
export function heapify<T>(items: T[], less: LessThan<T> = lt): void {
  for (let position = (items.length >> 1) - 1; position >= 0; position -= 1) settle(items, position, less);
}

/** Moves the item at a position towards the root, not beyond `top`, while it is less than its parent. */
function move_up<T>(heap: T[], top: number, start: number, less: LessThan<T>): void {
  const item = heap[start] as T;
  let position = start;
  while (position > top) {
    const above = (position - 1) >> 1;
    const parent = heap[above] as T;
    if (!less(item, parent)) break;
    heap[position] = parent;
    position = above;
  }
  heap[position] = item;
}

/**
 * Settles the item at a position, below which all is in order. It goes down to a leaf first, without being compared, each
 * time past the smaller child, or the right one of two equal; and then up again as far as it belongs.
 */
function settle<T>(heap: T[], top: number, less: LessThan<T>): void {
  const length = heap.length;
  const item = heap[top] as T;
  let position = top;
  let child = 2 * position + 1;
  while (child < length) {
    const right = child + 1;
    if (right < length && !less(heap[child] as T, heap[right] as T)) child = right;
    heap[position] = heap[child] as T;
    position = child;
    child = 2 * position + 1;
  }
  heap[position] = item;
  move_up(heap, top, position, less);
}

/** What a timer heap orders by. */
export interface HasWhen {
  /** The deadline in seconds. It must not change while the object is in a heap. */
  readonly _when: number;
}

/** The room for deadlines at the first push: V8 keeps an array of this size in its own heap. */
const SMALLEST_ROOM = 8;

/**
 * A heap of timers: what `heapq` does with objects that compare by `_when` through `<`, with the same array order and so
 * the same order of equal deadlines (a NaN included). CPython has no such class; it exists because a million timers must
 * cost little. The deadlines lie beside the objects in an array of their own, so that no comparison follows a pointer.
 */
export class TimerHeap<T extends HasWhen> {
  /** invariant: whens[i] is items[i]._when for every i below items.length */
  #whens = new Float64Array(0);
  readonly #items: T[] = [];

  /** How many objects are in the heap. */
  get length(): number {
    return this.#items.length;
  }

  /** The objects in the order of CPython's array: the first one is the earliest. To be read only. */
  get items(): readonly T[] {
    return this.#items;
  }

  /**
   * The root, without taking it out.
   *
   * @returns the earliest object
   * @throws IndexError `index out of range`, if the heap is empty
   */
  peek(): T {
    const smallest = this.#items[0];
    if (smallest === undefined) throw new IndexError(EMPTY);
    return smallest;
  }

  /**
   * `heappush`.
   *
   * @param item - the object to put in
   */
  push(item: T): void {
    const position = this.#items.length;
    this.#items.push(item);
    if (position === this.#whens.length) this.#grow();
    this.#move_up(0, position, item, item._when);
  }

  /**
   * `heappop`.
   *
   * @returns the earliest object
   * @throws IndexError `index out of range`, if the heap is empty
   */
  pop(): T {
    const items = this.#items;
    const last = items.pop();
    if (last === undefined) throw new IndexError(EMPTY);
    const length = items.length;
    if (length === 0) return last;
    const smallest = items[0] as T;
    this.#settle(0, last, this.#whens[length] as number);
    return smallest;
  }

  /**
   * Keeps some of the objects, in array order, and then does what `heapify` does: the loop's clean-up of cancelled timers.
   *
   * @param keep - says which objects stay; called once for each, in array order
   */
  filter(keep: (item: T) => boolean): void {
    const items = this.#items;
    const whens = this.#whens;
    let kept = 0;
    for (const item of items) {
      if (!keep(item)) continue;
      items[kept] = item;
      whens[kept] = item._when;
      kept += 1;
    }
    items.length = kept;
    for (let top = (kept >> 1) - 1; top >= 0; top -= 1) this.#settle(top, items[top] as T, whens[top] as number);
  }

  /** Takes everything out. */
  clear(): void {
    this.#items.length = 0;
  }

  #grow(): void {
    const larger = new Float64Array(Math.max(SMALLEST_ROOM, 2 * this.#whens.length));
    larger.set(this.#whens);
    this.#whens = larger;
  }

  /** Puts an object in the hole at a position, or as far above it as it belongs, not beyond `top`. */
  #move_up(top: number, hole: number, item: T, when: number): void {
    const items = this.#items;
    const whens = this.#whens;
    let position = hole;
    while (position > top) {
      const above = (position - 1) >> 1;
      const parent = whens[above] as number;
      if (!(when < parent)) break;
      whens[position] = parent;
      items[position] = items[above] as T;
      position = above;
    }
    whens[position] = when;
    items[position] = item;
  }

  /** Takes the hole at `top` down to a leaf, past the smaller child or the right one of two equal, and fills it there. */
  #settle(top: number, item: T, when: number): void {
    const items = this.#items;
    const whens = this.#whens;
    const last = items.length - 1;
    let position = top;
    let child = 2 * position + 1;
    while (child < last) {
      if (!((whens[child] as number) < (whens[child + 1] as number))) child += 1;
      whens[position] = whens[child] as number;
      items[position] = items[child] as T;
      position = child;
      child = 2 * position + 1;
    }
    if (child === last) {
      whens[position] = whens[child] as number;
      items[position] = items[child] as T;
      position = child;
    }
    this.#move_up(top, position, item, when);
  }
}
