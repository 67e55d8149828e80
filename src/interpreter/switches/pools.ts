/** `concurrent.futures`, and the executors of event loops. */
import { since } from "./rule.js";

export const pools = {
  falseExceptionsRaised: since(
    "3.14",
    "`result()` of a `concurrent.futures.Future` also raises exceptions that count as false",
    "gh-132063",
  ),
  concurrentWaitTakesEachOnce: since(
    "3.9",
    "`concurrent.futures.wait` takes each future once, and also takes what has no length; before, it waits for ever when one that is done is given twice",
  ),
  mapCancelsWhatItAsked: since("3.10", "`Executor.map` also cancels the future whose result it could not get in time"),
  mapTakesBuffersize: since("3.14", "`Executor.map(buffersize=…)` exists", "gh-74028"),
  shutdownCancelsFutures: since("3.9", "`Executor.shutdown(cancel_futures=…)` exists", "bpo-39349"),
  poolsEndFirst: since(
    "3.9",
    "The end of the interpreter ends thread pools before it waits for threads, and workers are no daemons",
    "bpo-39812",
  ),
  workersIdleWhenEmpty: since(
    "3.12",
    "A worker of a thread pool counts as idle when it finds its queue empty; before, after each item",
  ),
  defaultExecutorNamed: since("3.9", "The threads of a loop's own executor are called `asyncio_0`, `asyncio_1`, …"),
  executorMustBePool: since(
    "3.11",
    "`set_default_executor` refuses what is no ThreadPoolExecutor; before, it warns",
    "bpo-43234",
  ),
  executorShutdownTimeout: since(
    "3.12",
    "`shutdown_default_executor(timeout)` exists, and `asyncio.run` gives 300 seconds",
  ),
  executorShutdownInTime: since(
    "3.13",
    "The timeout of `shutdown_default_executor` limits the wait; in 3.12 it only limits the join after the wait",
    "gh-111358",
  ),
  toThread: since("3.9", "`asyncio.to_thread` exists", "bpo-32309"),
};
