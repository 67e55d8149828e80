/**
 * Which CPython is being simulated. A profile is named by its full version, because patch releases differ; wherever behaviour depends
 * on the version, the code asks one of these switches and never compares version numbers itself.
 */
import { UsageError } from "../kernel/errors.js";

/** The CPython releases that can be simulated, oldest first. */
export const versions = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.2"] as const;
export type Version = (typeof versions)[number];

/** The release that is simulated unless another is named. */
export const defaultVersion: Version = "3.13.0";

/** One CPython release as a set of named switches. */
export class Profile {
  readonly version: Version;
  /** The minor version number: 13 for 3.13.0. */
  readonly minor: number;

  /** `cancel(msg)` exists (bpo-31033). */
  readonly cancelMessages: boolean;
  /** The CancelledError that was thrown in first is the one that arrives at the outermost level (bpo-45390). */
  readonly cancelledErrorTravels: boolean;
  /** What is thrown into a coroutine gets the exception that is being handled there as its context (bpo-29587). */
  readonly throwChainsContext: boolean;
  /** `Task.cancelling()` and `Task.uncancel()` exist, and `cancel()` counts (bpo-46771). */
  readonly cancellingCount: boolean;
  /** `uncancel()` that reaches 0 withdraws a cancellation that was not delivered yet. */
  readonly uncancelWithdraws: boolean;
  /** asyncio's, concurrent.futures' and the builtin TimeoutError are one class (bpo-42413). */
  readonly timeoutErrorsUnified: boolean;
  /** An exception that goes from a future of one kind to one of the other is replaced when its class is concurrent.futures' TimeoutError. */
  readonly convertsTimeoutErrors: boolean;
  /** `time.sleep` takes objects with `__index__`, which its error message shows (bpo-37999). */
  readonly sleepTakesIndex: boolean;
  /** What is no number of seconds is told that it could also be a float. */
  readonly secondsErrorNamesFloat: boolean;
  /** A float that is too large for a number of seconds has an error text of its own. */
  readonly floatSecondsOutOfRange: boolean;
  /** `PyTime_t` is public, and has lost its underscore in error texts (gh-110850). */
  readonly timeTypePublic: boolean;
  /** Deleting an attribute that is not there tells the object's class, as asking for it does. */
  readonly deletedAttributeTold: boolean;
  /** What cannot be awaited is told with its class in quotes (gh-114091). */
  readonly awaitErrorQuotesClass: boolean;
  /** `asyncio.iscoroutinefunction` warns that it is deprecated (gh-122875). */
  readonly iscoroutinefunctionWarns: boolean;
  /** `repr(context)` says `_contextvars.Context`. */
  readonly contextReprShowsModule: boolean;
  /** The repr of a future that is part of its own repr is `...`. */
  readonly futureReprEndsInDots: boolean;
  /** An error about the arguments of a method names its class, too (bpo-40679). */
  readonly qualifiedArgumentErrors: boolean;
  /** `create_task` takes a context (bpo-46994). */
  readonly taskTakesContext: boolean;
  /** The callback that is a task's step prints as `_asyncio.TaskStepMethWrapper`, with its module. */
  readonly stepReprShowsModule: boolean;
  /** `repr(event)` says whether it is set. */
  readonly eventReprShowsState: boolean;
  /** `Condition.notify` takes only whole numbers from 0 on; later, it does nothing for what is less than 1. */
  readonly notifyNeedsCount: boolean;
  /** `sleep(nan)` raises ValueError (gh-105331). */
  readonly sleepRejectsNaN: boolean;
  /** A timer at NaN breaks the loop's selector; before, it was due at once, because `max(0, nan)` is 0. */
  readonly nanTimerFails: boolean;
  /** StopIteration given to `set_exception` finishes the future with a RuntimeError instead of being refused (gh-112182). */
  readonly stopIterationWrapped: boolean;
  /** `asyncio.create_task(c, name=…)` uses up a number of the counter although it does not need it. */
  readonly namedTaskTakesNumber: boolean;
  /** A task factory is given the name of the task, as all other keywords; before, the loop sets it afterwards (gh-128308). */
  readonly taskFactoryTakesName: boolean;
  /** The loop names what a task factory gives even when no name was given, so that the name is `None`: only 3.13.0 does it. */
  readonly taskFactoryNamesAlways: boolean;
  /** `run_forever()` that fails because the loop runs already also clears the running loop: only 3.13.0 has this bug. */
  readonly nestedRunCorruptsOuter: boolean;
  /** "Exception in callback f(1, 2)" shows the arguments; later only in debug mode. */
  readonly callbackArgumentsShown: boolean;
  /** Default thread names end in the target's name. */
  readonly threadNameShowsTarget: boolean;
  /** `call_later(None)` and `call_at(None)` have an error of their own. */
  readonly timerNoneChecked: boolean;
  /** `asyncio.run` shuts the default executor down in a step of its own, which takes a task number (bpo-34037). */
  readonly runShutsExecutorDown: boolean;
  /** `asyncio.Runner` exists and `asyncio.run` is made of it (bpo-47062). */
  readonly runner: boolean;
  /** `asyncio.run(loop_factory=…)` exists (gh-99388). */
  readonly runLoopFactory: boolean;
  /** `asyncio.run` and `Runner.run` take any awaitable (gh-120284). */
  readonly runTakesAwaitables: boolean;
  /** `get_event_loop()` in a main thread without a loop makes one: always up to 3.11, with a DeprecationWarning in 3.12 and 3.13. */
  readonly getEventLoopCreates: boolean;
  /** `get_event_loop()` warns when it makes a loop (gh-100160). */
  readonly getEventLoopWarns: boolean;
  /** A loop's exception handler runs in the context of what failed. */
  readonly exceptionHandlerInContext: boolean;
  /** `gather` handles children that are done already at once instead of one hop later (gh-97696). */
  readonly gatherDoneChildrenSynchronously: boolean;
  /** `gather` takes futures of the running loop alone, also as its first ones; before, the first one's loop counts (gh-91048). */
  readonly gatherInRunningLoop: boolean;
  /** A `gather` that raised leaves callbacks at the children before the wrong one, and they fail (bpo-46672). */
  readonly gatherAbandonedFails: boolean;
  /** `asyncio.timeout`, `asyncio.timeout_at` and `asyncio.Timeout` exist (bpo-46771). */
  readonly timeouts: boolean;
  /** A timeout also takes subclasses of CancelledError, and shows itself in the chain of another exception that leaves its block (gh-96037). */
  readonly timeoutShownInChain: boolean;
  /** `wait_for` awaits in the calling task, under `timeout()`, instead of in a task of its own (gh-96764). */
  readonly waitForInline: boolean;
  /** `wait_for` gives the outcome of what it cancelled in vain instead of a TimeoutError (bpo-40607). */
  readonly waitForKeepsOutcome: boolean;
  /** `repr(task)` says `cancelling` by the counter instead of by the pending flag. */
  readonly reprCancellingByCount: boolean;
  /** An executor's or submitter's result for a loop that was closed meanwhile is dropped; before, its callback fails and is logged. */
  readonly closedLoopDropsResults: boolean;
  /** `set_event_loop` of something else is a TypeError instead of a bare AssertionError. */
  readonly setEventLoopTypeError: boolean;
  /** A lock's negative timeout must be "a non-negative number"; before, it must be "positive". */
  readonly lockTimeoutNonNegative: boolean;
  /** `Future.__repr__` of a wake-up callback reads `Task.task_wakeup()`. */
  readonly wakeupReprByName: boolean;

  constructor(version: Version) {
    this.version = version;
    const minor = Number(version.split(".")[1]);
    this.minor = minor;
    this.cancelMessages = minor >= 9;
    this.cancelledErrorTravels = minor >= 11;
    this.throwChainsContext = minor >= 9;
    this.cancellingCount = minor >= 11;
    this.uncancelWithdraws = minor >= 13;
    this.timeoutErrorsUnified = minor >= 11;
    this.convertsTimeoutErrors = minor <= 12;
    this.sleepTakesIndex = minor >= 10;
    this.secondsErrorNamesFloat = minor >= 14;
    this.floatSecondsOutOfRange = minor >= 11;
    this.timeTypePublic = minor >= 13;
    this.notifyNeedsCount = minor === 8;
    this.deletedAttributeTold = minor >= 11;
    this.awaitErrorQuotesClass = minor >= 14;
    this.iscoroutinefunctionWarns = minor >= 14;
    this.contextReprShowsModule = minor >= 10;
    this.futureReprEndsInDots = minor >= 11;
    this.qualifiedArgumentErrors = minor >= 10;
    this.taskTakesContext = minor >= 11;
    this.stepReprShowsModule = minor >= 12;
    this.eventReprShowsState = minor >= 11;
    this.sleepRejectsNaN = minor >= 13;
    this.nanTimerFails = minor >= 13;
    this.stopIterationWrapped = minor >= 13;
    this.namedTaskTakesNumber = minor <= 12;
    this.taskFactoryTakesName = minor >= 14;
    this.taskFactoryNamesAlways = version === "3.13.0";
    this.nestedRunCorruptsOuter = version === "3.13.0";
    this.callbackArgumentsShown = minor <= 12;
    this.threadNameShowsTarget = minor >= 10;
    this.timerNoneChecked = minor >= 11;
    this.runShutsExecutorDown = minor >= 9;
    this.runner = minor >= 11;
    this.runLoopFactory = minor >= 12;
    this.runTakesAwaitables = minor >= 14;
    this.getEventLoopCreates = minor <= 13;
    this.getEventLoopWarns = minor === 12 || minor === 13;
    this.exceptionHandlerInContext = minor >= 12;
    this.gatherDoneChildrenSynchronously = minor >= 12;
    this.gatherInRunningLoop = minor >= 14;
    this.gatherAbandonedFails = minor === 8;
    this.timeouts = minor >= 11;
    this.timeoutShownInChain = minor >= 13;
    this.waitForInline = minor >= 12;
    this.waitForKeepsOutcome = minor >= 9;
    this.reprCancellingByCount = minor >= 11;
    this.closedLoopDropsResults = minor >= 10;
    this.setEventLoopTypeError = minor >= 12;
    this.lockTimeoutNonNegative = minor >= 13;
    this.wakeupReprByName = minor >= 10;
  }
}

const profiles = new Map<string, Profile>();
for (const version of versions) {
  const profile = new Profile(version);
  profiles.set(version, profile);
  profiles.set(`3.${String(profile.minor)}`, profile);
}

/**
 * The profile of a CPython version.
 * @param name a full version such as `3.13.0`, or a minor one such as `3.13`
 * @throws UsageError `unknown Python version "3.7": known are …`
 */
export function profileOf(name: string): Profile {
  const profile = profiles.get(name);
  if (profile === undefined) {
    throw new UsageError(`unknown Python version ${JSON.stringify(name)}: known are ${versions.join(", ")}`);
  }
  return profile;
}
