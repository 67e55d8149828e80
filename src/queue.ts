/** Mirrors Python's `queue`: queues between threads. Each call is blocking, also one that never waits: drive it with `yield*`. */
export { Empty, Full, ShutDown } from "./queue/errors.js";
export { LifoQueue, PriorityQueue, Queue } from "./queue/queue.js";
export { SimpleQueue } from "./queue/simple_queue.js";
