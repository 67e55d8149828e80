/** asyncio's locks, queues and streams. */
import { between, since, until } from "./rule.js";

export const sync = {
  bindsAtConstruction: until(
    "3.9",
    "Locks and queues belong to the event loop that they are made in; later, to the one in which somebody first has to wait",
    "bpo-42392",
  ),
  loopArgumentTold: between(
    "3.10",
    "3.10",
    "`loop=` of locks and queues has an error of its own; before it is deprecated, later it is any unknown keyword",
    "bpo-42392",
  ),
  semaphoreBarges: until(
    "3.8",
    "A semaphore that was released can be taken by whoever comes, also before the one who was woken",
    "bpo-45997",
  ),
  semaphoreKeepsOrder: since(
    "3.10",
    "A semaphore hands what is released to the first who waits; in 3.9 a mark keeps others away, which a cancellation can leave behind",
    "gh-90155",
  ),
  semaphoreWakesMany: since(
    "3.13",
    "Whoever leaves the queue of a semaphore, also cancelled, wakes as many as its value allows",
    "gh-111693",
  ),
  conditionPassesOn: since(
    "3.13",
    "Who leaves `Condition.wait()` with an exception notifies another one in its place",
    "gh-112202",
  ),
  conditionKeepsCancellation: since(
    "3.13",
    "`Condition.wait()` that was cancelled while it took the lock again raises that CancelledError instead of a new one",
    "gh-111693",
  ),
  barrier: since("3.11", "`asyncio.Barrier` exists", "gh-87518"),
  barrierCountsFromOne: since("3.14", "A barrier of no parties is told `parties must be >= 1`"),
  asyncQueueShutdown: since("3.13", "`asyncio.Queue.shutdown` exists", "gh-104228"),
  drainsTogether: since("3.10", "Several tasks can wait in `StreamWriter.drain()` at once", "bpo-29930"),
  severalSeparators: since("3.13", "`StreamReader.readuntil` takes a tuple of separators", "gh-81322"),
};
