"""In which order does heapq give items with equal keys?

Questions: a seed, from which a game of operations follows. Answers: the ids taken out, and the array left.
"""

import heapq

from questions import Dice


class Item:
    """Ordered by its key alone, through <, as a timer is."""

    def __init__(self, key, number):
        self.key = key
        self.id = number

    def __lt__(self, other):
        return self.key < other.key


QUESTIONS = [1 + 37 * n for n in range(2000)]


def play(seed):
    """Random operations; one in a hundred games has thousands of items, another order of heapify in C."""
    dice = Dice(seed)
    keys = 1 + dice.below(8)
    rounds = 6000 if seed % 100 == 1 else 1 + dice.below(80)
    mood = 2 + dice.below(4)
    heap, out = [], []
    for number in range(rounds):
        what = dice.below(10)
        item = Item(dice.below(keys), number)
        if what < mood or not heap:
            heapq.heappush(heap, item)
        elif what < 7:
            out.append(heapq.heappop(heap).id)
        elif what == 7:
            out.append(heapq.heappushpop(heap, item).id)
        elif what == 8:
            out.append(heapq.heapreplace(heap, item).id)
        elif number % 7 == 0:
            heap = [one for one in heap if one.id % 3]
            heapq.heapify(heap)
        else:
            heap.append(item)
            heap.reverse()
            heapq.heapify(heap)
    return out, [one.id for one in heap]


def answers():
    """The first games in full; of the others the numbers of ids and a checksum."""
    return [
        [out, left] if index < 40 and len(out) < 100 else [len(out), len(left), checksum(out + left)]
        for index, (out, left) in enumerate(map(play, QUESTIONS))
    ]


def checksum(numbers):
    total = 0
    for number in numbers:
        total = (total * 31 + number + 1) & 0xFFFFFFFF
    return total
