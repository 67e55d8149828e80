/** Event loops, what runs them, and what they report. */
import { between, since, until } from "./rule.js";

export const loops = {
  nestedRunCorruptsOuter: between(
    "3.13",
    "3.13",
    "`run_forever()` that fails because the loop runs already also clears the running loop: only 3.13.0 has this bug",
  ),
  runShutsExecutorDown: since(
    "3.9",
    "`asyncio.run` shuts the default executor down in a step of its own, which takes a task number",
    "bpo-34037",
  ),
  runner: since("3.11", "`asyncio.Runner` exists and `asyncio.run` is made of it", "bpo-47062"),
  runLoopFactory: since("3.12", "`asyncio.run(loop_factory=…)` exists", "gh-99388"),
  runTakesAwaitables: since("3.14", "`asyncio.run` and `Runner.run` take any awaitable", "gh-120284"),
  getEventLoopCreates: until(
    "3.13",
    "`get_event_loop()` in a main thread without a loop makes one: always up to 3.11, with a DeprecationWarning in 3.12 and 3.13",
  ),
  getEventLoopWarns: between("3.12", "3.13", "`get_event_loop()` warns when it makes a loop", "gh-100160"),
  exceptionHandlerInContext: since("3.12", "A loop's exception handler runs in the context of what failed"),
  closedLoopDropsResults: since(
    "3.10",
    "An executor's or submitter's result for a loop that was closed meanwhile is dropped; before, its callback fails and is logged",
  ),
  nanTimerFails: since(
    "3.13",
    "A timer at NaN breaks the loop's selector; before, it was due at once, because `max(0, nan)` is 0",
  ),
  timerNoneChecked: since("3.11", "`call_later(None)` and `call_at(None)` have an error of their own"),
  setEventLoopTypeError: since(
    "3.11",
    "`set_event_loop` of something else is a TypeError instead of a bare AssertionError, as is `set_event_loop_policy`",
  ),
  iscoroutinefunctionWarns: since("3.14", "`asyncio.iscoroutinefunction` warns that it is deprecated", "gh-122875"),
  callbackArgumentsShown: until(
    "3.12",
    '"Exception in callback f(1, 2)" shows the arguments; later only in debug mode',
  ),
};
