/** Threads, their locks, and the clock. */
import { between, since, until } from "./rule.js";

export const threads = {
  threadNameShowsTarget: since("3.10", "Default thread names end in the target's name"),
  notifyNeedsCount: until(
    "3.8",
    "`Condition.notify` takes only whole numbers from 0 on; later, it does nothing for what is less than 1",
  ),
  lockTimeoutNonNegative: since(
    "3.13",
    'A lock\'s negative timeout must be "a non-negative number"; before, it must be "positive"',
  ),
  sleepTakesIndex: since(
    "3.10",
    "`time.sleep` takes objects with `__index__`, which its error message shows",
    "bpo-37999",
  ),
  secondsErrorNamesFloat: since("3.14", "What is no number of seconds is told that it could also be a float"),
  floatSecondsOutOfRange: since(
    "3.11",
    "A float that is too large for a number of seconds has an error text of its own",
  ),
  timeTypePublic: since("3.13", "`PyTime_t` is public, and has lost its underscore in error texts", "gh-110850"),
  semaphoreReleasesSeveral: since("3.9", "`Semaphore.release` takes how many"),
  syncReprsShowState: since("3.11", "The repr of an event, a semaphore or a barrier shows its state"),
  semaphoreNotifiesAtOnce: since(
    "3.12",
    "`Semaphore.release` wakes all that it frees with one call; before, one by one, which takes a whole number",
  ),
  threadingOldNamesWarn: since(
    "3.10",
    "The names that `threading` had before PEP 8 warn that they are deprecated",
    "bpo-43723",
  ),
  threadIsAliveOldName: until("3.8", "`Thread.isAlive` exists, and warns that it is deprecated", "bpo-37804"),
  noThreadsAtExit: between(
    "3.12",
    "3.12",
    "No thread can be started once the main thread has ended: later patch releases of 3.12 allow it again",
    "gh-104690",
  ),
  exceptHookOriginal: since("3.10", "`threading.__excepthook__` exists", "bpo-42308"),
  rlockLocked: since("3.14", "`RLock.locked` and `Condition.locked` exist", "gh-115942"),
  threadTakesContext: since("3.14", "`Thread` takes a context; otherwise it begins with an empty one", "gh-128555"),
  barrierNeedsParties: since("3.13", "A barrier is for one party at least"),
  barrierErrorInclusive: since("3.14", "What is said of a barrier for nobody reads `>= 1`"),
};
