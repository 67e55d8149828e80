/** The order in which heapq gives equal keys: pushes, pops, heapify, replace and pushpop. */
import { builtins, except, heapq, print, type Blocking } from "interloop";

class Item {
  readonly key: number;
  readonly number: number;

  constructor(key: number, number: number) {
    this.key = key;
    this.number = number;
  }

  __lt__(other: Item): boolean {
    return this.key < other.key;
  }
}

function drain(heap: Item[]): number[] {
  const order: number[] = [];
  while (heap.length > 0) order.push(heapq.heappop(heap).number);
  return order;
}

export default function* program(): Blocking<void> {
  for (const count of [3, 6, 10, 17]) {
    const heap: Item[] = [];
    for (let number = 0; number < count; number++) heapq.heappush(heap, new Item(0, number));
    yield* print("pushed", count, drain(heap));
  }
  let heap = Array.from({ length: 12 }, (_, number) => new Item(number % 3, number));
  heapq.heapify(heap);
  const heapified = heap.map((item) => item.number);
  yield* print("heapified", heapified, drain(heap));
  heap = Array.from({ length: 7 }, (_, number) => new Item(number % 2, number));
  heapq.heapify(heap);
  const replaced = heapq.heapreplace(heap, new Item(0, 100)).number;
  yield* print("replaced", replaced, heapq.heappushpop(heap, new Item(0, 101)).number);
  const pushed = heapq.heappushpop(heap, new Item(5, 102)).number;
  yield* print("pushpop", pushed, drain(heap));
  const numbers = [3, 1, 2];
  heapq.heapify(numbers);
  yield* print(numbers, heapq.nsmallest(2, numbers), heapq.nlargest(2, numbers));
  try {
    heapq.heappop([]);
  } catch (thrown) {
    yield* print("IndexError:", except(thrown, builtins.IndexError));
  }
}
