/** Runs a scenario as Python runs a program: the main thread, its end, and the end of the interpreter. */
import { BaseException, SystemExit } from "./builtins/exceptions.js";
import { mark_raised } from "./builtins/raise.js";
import { repr, str } from "./builtins/repr.js";
import { format_exception, format_exception_only } from "./builtins/traceback.js";
import { defaultVersion, type Profile, profileOf } from "./interpreter/profile.js";
import { installInterpreter, Interpreter } from "./interpreter/state.js";
import type { StdoutModel } from "./interpreter/streams.js";
import { enter } from "./kernel/current.js";
import { describeEnding, type Ending } from "./kernel/ending.js";
import { UsageError } from "./kernel/errors.js";
import { Kernel, type KernelOptions } from "./kernel/kernel.js";
import { Operation } from "./kernel/operation.js";
import type { Blocking } from "./kernel/traps.js";
import { adopt_main_thread, shutdown } from "./threading/thread.js";

/** A program: the body of the main thread. */
export type Scenario = () => Blocking<unknown>;

/** What a run of a scenario can be told besides what the kernel can. */
export interface RunOptions extends KernelOptions {
  /** The CPython version, such as `3.13` or `3.13.0`. */
  readonly python?: string;
  readonly stdout?: StdoutModel;
  /** asyncio's debug mode from the beginning, as PYTHONASYNCIODEBUG=1 sets it. */
  readonly debug?: boolean;
}

const exiting = new Operation("exit", null, "write");

/** The exit status of a SystemExit, after its message has been written. */
function* exitStatus(kernel: Kernel, interpreter: Interpreter, error: SystemExit): Blocking<number> {
  const { code } = error;
  if (code === null || code === undefined) return 0;
  if (typeof code === "number" && Number.isInteger(code)) return code & 0xff;
  if (typeof code === "boolean") return code ? 1 : 0;
  yield* interpreter.stderr.write(kernel, [`${str(code)}\n`], true);
  return 1;
}

/** What an exception that left the main thread leads to. */
function* uncaught(kernel: Kernel, interpreter: Interpreter, error: unknown): Blocking<Ending> {
  if (!(error instanceof BaseException)) throw error;
  mark_raised(error);
  if (error instanceof SystemExit) return { kind: "exited", code: yield* exitStatus(kernel, interpreter, error) };
  const text = format_exception(error, interpreter.profile, "excepthook");
  yield* interpreter.stderr.write(kernel, text.split(/(?<=\n)/), false);
  return { kind: "raised", exception: error };
}

/** @throws UsageError when the scenario is no generator function */
function started(scenario: Scenario): Blocking<unknown> {
  const body: unknown = scenario();
  if (typeof (body as Partial<Blocking<unknown>> | null | undefined)?.next === "function")
    return body as Blocking<unknown>;
  const what = typeof (body as { then?: unknown } | null | undefined)?.then === "function" ? "a Promise" : typeof body;
  throw new UsageError(`the scenario returned ${what}: it must be a generator function, function* main() { … }`);
}

/** The main thread from the first line of the program to the last of the interpreter. */
function* mainThread(kernel: Kernel, interpreter: Interpreter, scenario: Scenario): Blocking<void> {
  let ending: Ending;
  try {
    const value = yield* started(scenario);
    ending = { kind: "returned", value };
  } catch (error) {
    ending = yield* uncaught(kernel, interpreter, error);
  }
  yield* shutdown(kernel);
  for (const function_of_exit of interpreter.atExit.reverse()) yield* function_of_exit();
  if (kernel.credit-- <= 0) yield exiting;
  // Daemon threads stop here, wherever they are.
  kernel.stopOthers();
  kernel.observer?.note("interpreter.exit", 0, {});
  if (kernel.dormant > 0) interpreter.warn("RuntimeWarning", "coroutine 'sleep' was never awaited");
  if (interpreter.dormantWaits > 0) interpreter.warn("RuntimeWarning", "coroutine 'wait_for' was never awaited");
  for (const future of interpreter.unretrieved) yield* future._report_unretrieved();
  for (const loop of interpreter.loops) yield* loop._destroy_tasks();
  interpreter.stdout.finish(kernel);
  interpreter.stderr.finish(kernel);
  kernel.finish(ending);
}

/** A scenario ready to run. */
export interface Execution {
  readonly kernel: Kernel;
  readonly interpreter: Interpreter;
}

/**
 * Sets up one execution of a scenario; `execution.kernel.run()` runs it.
 * @param profile the CPython to simulate; the one that the options name unless told
 * @throws UsageError on an unknown Python version
 */
export function prepare(
  scenario: Scenario,
  options: RunOptions,
  profile: Profile = profileOf(options.python ?? defaultVersion),
): Execution {
  const kernel = new Kernel(options);
  const interpreter = new Interpreter(profile, options.stdout ?? "terminal", options.debug ?? false);
  installInterpreter(kernel, interpreter);
  const main = kernel.spawn(mainThread(kernel, interpreter, scenario), "MainThread");
  adopt_main_thread(kernel, main);
  return { kernel, interpreter };
}

/**
 * The ending of an execution in words, with exceptions and values as Python shows them.
 * @param ending how it ended: what `execution.kernel.run()` returned, or what a chooser made of it
 */
export function endingText(execution: Execution, ending: Ending): string {
  const { kernel, interpreter } = execution;
  if (ending.kind !== "raised" && ending.kind !== "returned") return describeEnding(ending);
  const { profile } = interpreter;
  // A repr can ask for what only a run has, such as addresses.
  const before = enter(kernel);
  try {
    const show = ending.kind === "raised" ? (error: unknown) => format_exception_only(error, profile).trimEnd() : repr;
    return describeEnding(ending, show);
  } finally {
    enter(before);
  }
}
