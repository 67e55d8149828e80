/** The façade: what users import. Re-exports only. */
export * as asyncio from "./asyncio.js";
export * as builtins from "./builtins.js";
export * as concurrent from "./concurrent.js";
export * as contextlib from "./contextlib.js";
export * as contextvars from "./contextvars.js";
export * as functools from "./functools.js";
export * as gc from "./gc.js";
export * as heapq from "./heapq.js";
export * as queue from "./queue.js";
export * as signal from "./signal.js";
export * as sys from "./sys.js";
export * as threading from "./threading.js";
export * as time from "./time.js";
export * as types from "./types.js";
export type { Coroutine } from "./asyncio.js";
export { memory_pipe, PipeTransport } from "./asyncio/memory_pipe.js";
export type { PipeEnd, PipeOptions } from "./asyncio/memory_pipe.js";
export {
  async_for,
  async_generator,
  BREAK,
  bytes,
  del,
  except,
  print,
  print_kw,
  raise,
  repr,
  str,
  tuple,
} from "./builtins.js";
export type { Blocking } from "./kernel/traps.js";
export type { Scenario } from "./run.js";

// One run.
export { replay, Run, simulate } from "./simulate.js";
export type { ReplayOptions, SimulateOptions } from "./simulate.js";
export { describeEnding, exitCode, exitCodes } from "./kernel/ending.js";
export type { Ending, Wait } from "./kernel/ending.js";
export { InterloopError, KernelBug, UsageError } from "./kernel/errors.js";
export { defaultVersion, versions } from "./interpreter/profile.js";
export type { Version } from "./interpreter/profile.js";
export type { StdoutModel } from "./interpreter/streams.js";
export type { ClockModel, KernelOptions, Timing } from "./kernel/kernel.js";

// Its trace and its schedule.
export { CLOCK, eventKinds, TRACE_SCHEMA } from "./trace/event.js";
export type { Event, EventKind, EventOf, Trace, TraceEnding, TraceHeader } from "./trace/event.js";
export { formatJsonl, parseJsonl } from "./trace/jsonl.js";
export { defaultSchedule, formatSchedule, parseSchedule } from "./trace/schedule.js";
export type { Choice, Decision, Schedule } from "./trace/schedule.js";
export { formatText, formatTime, parseText } from "./trace/text.js";

// Two versions.
export { diffVersions } from "./judge/versions.js";
export type { DiffVersionsOptions, Reason, VersionDifference } from "./judge/versions.js";
export type { Difference } from "./judge/compare.js";

// All runs.
export { explore, Exploration, strategies } from "./explore/explore.js";
export type { ExploreOptions, StrategyName } from "./explore/explore.js";
export { REPORT_SCHEMA } from "./explore/report.js";
export type { Figures, Outcome, Progress, Report, Verdict } from "./explore/report.js";
export type { Advance, Strategy } from "./explore/strategy.js";

// Bare threads, and strategies of one's own.
export { exploreThreads } from "./explore/threads.js";
export type { ExploreThreadsOptions, ThreadProgram } from "./explore/threads.js";
export { ChoicePoint } from "./kernel/chooser.js";
export type { ChoiceKind, Chooser, Divergence } from "./kernel/chooser.js";
export { Kernel } from "./kernel/kernel.js";
export { dependent, Gate, Operation, SharedObject } from "./kernel/operation.js";
export type { Access } from "./kernel/operation.js";
export type { Thread } from "./kernel/thread.js";
export type { Syscall } from "./kernel/traps.js";
export { waitAt } from "./kernel/wait.js";
