/**
 * Mirrors Lib/heapq.py: a binary heap in an array, the smallest item first.
 *
 * Items that compare equal leave the heap in the order that the algorithm happens to give, which is not the order in
 * which they came. Python programs can see that order (six equal timers leave as 0 2 5 4 1 3), so every function here
 * makes the same comparisons as CPython's, ties included. `TimerHeap` is the same heap for timers, made for speed.
 */
import { eq, lt } from "./builtins/compare.js";
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

/**
 * The smallest items of any array, in order. Equal ones keep their order; those that are neither less nor equal, as objects without an
 * `__eq__`, need not: they leave as CPython's algorithm has them.
 *
 * @param count - how many at most
 * @param items - any array
 * @param less - the order; Python's `<` if left out
 * @returns a new array
 */
export function nsmallest<T>(count: number, items: readonly T[], less: LessThan<T> = lt): T[] {
  if (count < 1) return [];
  if (count >= items.length) return items.toSorted(comparator(less));
  const ranked = items.map((item, rank) => ({ item, rank }));
  if (count === 1) return [ranked.reduce((least, next) => (less(next.item, least.item) ? next : least)).item];
  type Ranked = (typeof ranked)[number];
  const before = (a: Ranked, b: Ranked): boolean => (eq(a.item, b.item) ? a.rank < b.rank : less(a.item, b.item));
  const after = (a: Ranked, b: Ranked): boolean => before(b, a);
  const kept = ranked.slice(0, count);
  heapify(kept, after);
  for (const next of ranked.slice(count)) if (less(next.item, (kept[0] as Ranked).item)) heapreplace(kept, next, after);
  return kept.sort(comparator(before)).map(({ item }) => item);
}

/**
 * The greatest items of any array, the greatest first; of equal ones the same holds as for {@link nsmallest}.
 *
 * @param count - how many at most
 * @param items - any array
 * @param less - the order; Python's `<` if left out
 * @returns a new array
 */
export function nlargest<T>(count: number, items: readonly T[], less: LessThan<T> = lt): T[] {
  return nsmallest(count, items, (a, b) => less(b, a));
}

/** An order as JavaScript's sort wants it. */
function comparator<T>(less: LessThan<T>): (a: T, b: T) => number {
  return (a, b) => (less(a, b) ? -1 : less(b, a) ? 1 : 0);
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

/** The room at the first push. */
const SMALLEST_ROOM = 8;

/**
 * A heap of timers: what `heapq` does with objects that compare by `_when` through `<`, with the same array order and so
 * the same order of equal deadlines (a NaN included). CPython has no such class; it exists because a million timers must
 * cost little. What moves in the heap are a deadline and the number of the object's place, both in typed arrays: no
 * comparison follows a pointer and no move makes work for the garbage collector.
 */
export class TimerHeap<T extends HasWhen> {
  /** How many objects are in the heap. */
  length = 0;
  /** invariant: whens[i] is the deadline of the object at places[i], for every i below length */
  #whens = new Float64Array(0);
  #places = new Int32Array(0);
  /** The objects, each at a place that it keeps; a free place holds undefined. */
  readonly #objects: (T | undefined)[] = [];
  readonly #free: number[] = [];

  /** The objects in the order of CPython's array: the first one is the earliest. */
  get items(): readonly T[] {
    return Array.from(this.#places.subarray(0, this.length), (place) => this.#objects[place] as T);
  }

  /** The earliest deadline in seconds, or Infinity if the heap is empty. */
  get first_when(): number {
    return this.length === 0 ? Infinity : (this.#whens[0] as number);
  }

  /**
   * The root, without taking it out.
   *
   * @returns the earliest object
   * @throws IndexError `index out of range`, if the heap is empty
   */
  peek(): T {
    if (this.length === 0) throw new IndexError(EMPTY);
    return this.#objects[this.#places[0] as number] as T;
  }

  /**
   * `heappush`.
   *
   * @param item - the object to put in
   */
  push(item: T): void {
    const position = this.length++;
    if (position === this.#whens.length) this.#grow();
    const place = this.#free.length > 0 ? (this.#free.pop() as number) : this.#objects.length;
    this.#objects[place] = item;
    this.#move_up(0, position, place, item._when);
  }

  /**
   * `heappop`.
   *
   * @returns the earliest object
   * @throws IndexError `index out of range`, if the heap is empty
   */
  pop(): T {
    const smallest = this.peek();
    this.#vacate(this.#places[0] as number);
    const last = --this.length;
    if (last > 0) this.#settle(0, this.#places[last] as number, this.#whens[last] as number);
    return smallest;
  }

  /**
   * Keeps some of the objects, in array order, and then does what `heapify` does: the loop's clean-up of cancelled timers.
   *
   * @param keep - says which objects stay; called once for each, in array order
   */
  filter(keep: (item: T) => boolean): void {
    const whens = this.#whens;
    const places = this.#places;
    let kept = 0;
    for (let position = 0; position < this.length; position += 1) {
      const place = places[position] as number;
      if (!keep(this.#objects[place] as T)) {
        this.#vacate(place);
        continue;
      }
      places[kept] = place;
      whens[kept] = whens[position] as number;
      kept += 1;
    }
    this.length = kept;
    for (let top = (kept >> 1) - 1; top >= 0; top -= 1) this.#settle(top, places[top] as number, whens[top] as number);
  }

  /** Takes everything out. */
  clear(): void {
    this.length = 0;
    this.#objects.length = 0;
    this.#free.length = 0;
  }

  #vacate(place: number): void {
    this.#objects[place] = undefined;
    this.#free.push(place);
  }

  #grow(): void {
    const room = Math.max(SMALLEST_ROOM, 2 * this.#whens.length);
    const whens = new Float64Array(room);
    whens.set(this.#whens);
    this.#whens = whens;
    const places = new Int32Array(room);
    places.set(this.#places);
    this.#places = places;
  }

  /** Puts an object in the hole at a position, or as far above it as it belongs, not beyond `top`. */
  #move_up(top: number, hole: number, place: number, when: number): void {
    const whens = this.#whens;
    const places = this.#places;
    let position = hole;
    while (position > top) {
      const above = (position - 1) >> 1;
      const parent = whens[above] as number;
      if (!(when < parent)) break;
      whens[position] = parent;
      places[position] = places[above] as number;
      position = above;
    }
    whens[position] = when;
    places[position] = place;
  }

  /** Takes the hole at `top` down to a leaf, past the smaller child or the right one of two equal, and fills it there. */
  #settle(top: number, place: number, when: number): void {
    const whens = this.#whens;
    const places = this.#places;
    const last = this.length - 1;
    let position = top;
    let child = 2 * position + 1;
    while (child < last) {
      if (!((whens[child] as number) < (whens[child + 1] as number))) child += 1;
      whens[position] = whens[child] as number;
      places[position] = places[child] as number;
      position = child;
      child = 2 * position + 1;
    }
    if (child === last) {
      whens[position] = whens[child] as number;
      places[position] = places[child] as number;
      position = child;
    }
    this.#move_up(top, position, place, when);
  }
}
