"""The order in which heapq gives equal keys: pushes, pops, heapify, replace and pushpop."""

import heapq


class Item:
    def __init__(self, key, number):
        self.key = key
        self.number = number

    def __lt__(self, other):
        return self.key < other.key


def drain(heap):
    order = []
    while heap:
        order.append(heapq.heappop(heap).number)
    return order


if __name__ == "__main__":
    for count in (3, 6, 10, 17):
        heap = []
        for number in range(count):
            heapq.heappush(heap, Item(0, number))
        print("pushed", count, drain(heap))
    heap = [Item(number % 3, number) for number in range(12)]
    heapq.heapify(heap)
    print("heapified", [item.number for item in heap], drain(heap))
    heap = [Item(number % 2, number) for number in range(7)]
    heapq.heapify(heap)
    print("replaced", heapq.heapreplace(heap, Item(0, 100)).number, heapq.heappushpop(heap, Item(0, 101)).number)
    print("pushpop", heapq.heappushpop(heap, Item(5, 102)).number, drain(heap))
    heap = [3, 1, 2]
    heapq.heapify(heap)
    print(heap, heapq.nsmallest(2, heap), heapq.nlargest(2, heap))
    try:
        heapq.heappop([])
    except IndexError as error:
        print("IndexError:", error)
