/** Queues between threads. */
import { since } from "./rule.js";

export const queues = {
  queueShutdown: since("3.13", "`Queue.shutdown` and `queue.ShutDown` exist", "gh-96471"),
  simpleQueueHandsOver: since(
    "3.13",
    "`SimpleQueue.put` hands the item to the longest-waiting getter; before, whoever comes first takes it",
    "gh-113884",
  ),
};
