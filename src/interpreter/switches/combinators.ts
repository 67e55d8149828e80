/** `wait`, `as_completed`, `shield`, and what can be asked of futures and tasks. */
import { between, since, until } from "./rule.js";

export const combinators = {
  loopArgument: until(
    "3.9",
    "`sleep`, `gather`, `shield`, `wait`, `wait_for` and `as_completed` take `loop=`, and mostly warn that it is deprecated",
    "bpo-42392",
  ),
  sleepWarnsFirst: since("3.9", "`sleep(delay, loop=…)` warns also when the delay is 0 or less"),
  gatherWarnsAlways: since("3.9", "`gather(…, loop=…)` warns also when it is given awaitables"),
  waitTakesCoroutines: until(
    "3.10",
    "`wait` makes tasks of coroutines that it is given; later it refuses them",
    "bpo-34790",
  ),
  waitWarnsOfCoroutines: between("3.9", "3.10", "`wait` warns that coroutines are deprecated", "bpo-34790"),
  asCompletedBeginsAtOnce: since(
    "3.13",
    "`as_completed` makes its tasks and starts its timer when it is called instead of when it is first iterated, and can be iterated by `async for`",
    "gh-77714",
  ),
  shieldLogsLateErrors: since(
    "3.14",
    "An exception of what was shielded, after the wait for it was cancelled, is logged when it comes",
    "gh-135239",
  ),
  getContext: since("3.12", "`Task.get_context()` exists", "gh-97585"),
  callGraph: since(
    "3.14",
    "It can be asked what awaits a future: `asyncio.capture_call_graph` and its kin",
    "gh-91048",
  ),
};
