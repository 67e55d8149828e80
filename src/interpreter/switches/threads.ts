/** Threads, their locks, and the clock. */
import { since, until } from "./rule.js";

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
  eventReprShowsState: since("3.11", "`repr(event)` says whether it is set"),
};
