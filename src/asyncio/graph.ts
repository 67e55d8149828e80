/**
 * Mirrors `asyncio.graph` (3.14 and later): what awaits a future, and what awaits that.
 *
 * Of call stacks JavaScript knows nothing: a task's shows its outermost coroutine alone, without a line, under its name where that is known (see
 * `name_generators`) and as `coroutine` otherwise.
 */
import { in_chosen_order } from "../builtins/chosen_set.js";
import { AttributeError, RuntimeError, TypeError } from "../builtins/exceptions.js";
import { print_kw, type PrintOptions } from "../builtins/print.js";
import { define_classes, hex_address, repr, tuple } from "../builtins/repr.js";
import { interpreter } from "../interpreter/state.js";
import type { Blocking } from "../kernel/traps.js";
import type { BaseEventLoop } from "./base_events.js";
import { FutureBase } from "./base_futures.js";
import { coroutine_name } from "./coroutines.js";
import { _get_running_loop } from "./events.js";
import { isfuture } from "./futures.js";
import { Task } from "./task.js";

/** A frame, as far as there are any here: the code that runs in it, by name. */
export interface Frame {
  readonly f_code: { readonly co_qualname: string };
}

/** One entry of a call stack. */
export class FrameCallGraphEntry {
  readonly frame: Frame;

  /** @throws AttributeError before 3.14 */
  constructor(frame: Frame) {
    check_available("FrameCallGraphEntry");
    this.frame = frame;
  }

  __repr__(): string {
    return `FrameCallGraphEntry(frame=<frame, code ${this.frame.f_code.co_qualname}>)`;
  }
}

/** A future or task, its call stack, and what awaits it. */
export class FutureCallGraph {
  readonly future: FutureBase<unknown>;
  readonly call_stack: readonly FrameCallGraphEntry[];
  readonly awaited_by: readonly FutureCallGraph[];

  /** @throws AttributeError before 3.14 */
  constructor(
    future: FutureBase<unknown>,
    call_stack: readonly FrameCallGraphEntry[],
    awaited_by: readonly FutureCallGraph[],
  ) {
    check_available("FutureCallGraph");
    this.future = future;
    this.call_stack = call_stack;
    this.awaited_by = awaited_by;
  }

  __repr__(): string {
    const { future, call_stack, awaited_by } = this;
    return `FutureCallGraph(future=${repr(future)}, call_stack=${repr(call_stack)}, awaited_by=${repr(awaited_by)})`;
  }
}

define_classes("asyncio.graph", { FrameCallGraphEntry, FutureCallGraph });

function check_available(name: string): void {
  if (interpreter().profile.callGraph) return;
  throw new AttributeError(`module 'asyncio' has no attribute '${name}'`);
}

// ---- who awaits whom ---------------------------------------------------------------------------------------------------

/** What was told by {@link future_add_to_awaited_by}. What a task awaits by itself is known without. */
const told = new WeakMap<FutureBase<unknown>, Set<FutureBase<unknown>>>();

function is_known(one: unknown): one is FutureBase<unknown> {
  return one instanceof FutureBase && isfuture(one);
}

/**
 * Tells that something awaits a future, which {@link capture_call_graph} will show. Nothing happens when one of the two is no future.
 * @param future what is awaited
 * @param waiter what awaits it, mostly a task
 */
export function future_add_to_awaited_by(future: unknown, waiter: unknown): void {
  check_available("future_add_to_awaited_by");
  add_to_awaited_by(future, waiter);
}

/** The same for the library itself, in every version. @internal */
export function _add_to_awaited_by(future: unknown, waiter: unknown): void {
  if (interpreter().profile.callGraph) add_to_awaited_by(future, waiter);
}

function add_to_awaited_by(future: unknown, waiter: unknown): void {
  if (!is_known(future) || !is_known(waiter)) return;
  const waiters = told.get(future);
  if (waiters === undefined) told.set(future, new Set([waiter]));
  else waiters.add(waiter);
}

/** Takes back what {@link future_add_to_awaited_by} has told. */
export function future_discard_from_awaited_by(future: unknown, waiter: unknown): void {
  check_available("future_discard_from_awaited_by");
  _discard_from_awaited_by(future, waiter);
}

/** The same for the library itself, in every version. @internal */
export function _discard_from_awaited_by(future: unknown, waiter: unknown): void {
  if (is_known(future) && is_known(waiter)) told.get(future)?.delete(waiter);
}

/** What awaits a future, in the order of a Python set, which goes by addresses: a choice. */
function awaited_by(future: FutureBase<unknown>): FutureBase<unknown>[] {
  const others = new Set(told.get(future));
  const waiters: FutureBase<unknown>[] = [];
  for (const loop of interpreter().loops as ReadonlySet<unknown> as ReadonlySet<BaseEventLoop>) {
    for (let task = loop._first_task; task !== null; task = task._next) {
      if (others.delete(task) || task._fut_waiter === future) waiters.push(task);
    }
  }
  return in_chosen_order([...waiters, ...others]);
}

// ---- graphs --------------------------------------------------------------------------------------------------------

/** Python's keyword arguments of the functions below. */
export interface CallGraphOptions {
  /** How many of the innermost calls are left out; of no effect here, since they are not known. */
  readonly depth?: number;
  /** How many entries of each call stack to keep: 0 for none. */
  readonly limit?: number | null;
}

function graph_of(future: unknown, limit: number | null): FutureCallGraph {
  if (!is_known(future)) {
    throw new TypeError(`${repr(future)} object does not appear to be compatible with asyncio.Future`);
  }
  const stack: FrameCallGraphEntry[] = [];
  const coro = future instanceof Task && limit !== 0 ? future.get_coro() : null;
  if (coro !== null) stack.push(new FrameCallGraphEntry({ f_code: { co_qualname: coroutine_name(coro) } }));
  const parents = awaited_by(future).map((parent) => graph_of(parent, limit));
  return new FutureCallGraph(future, tuple(...stack), tuple(...parents));
}

/**
 * What awaits a future, and so on outwards (3.14 and later).
 * @param future the current task unless told
 * @returns `null` without a future and without a current task
 * @throws RuntimeError when no loop runs and no future is given
 * @throws TypeError `… object does not appear to be compatible with asyncio.Future`
 * @throws AttributeError before 3.14
 */
export function capture_call_graph(
  future: FutureBase<unknown> | null = null,
  { limit = null }: CallGraphOptions = {},
): FutureCallGraph | null {
  check_available("capture_call_graph");
  return captured(future, limit);
}

function captured(future: FutureBase<unknown> | null, limit: number | null): FutureCallGraph | null {
  if (future !== null) return graph_of(future, limit);
  const loop = _get_running_loop();
  if (loop === null) {
    const where = "outside of a running event loop and no *future* to introspect was provided";
    throw new RuntimeError(`capture_call_graph() is called ${where}`);
  }
  const task = loop._current_task;
  return task === null ? null : graph_of(task, limit);
}

/**
 * The same as text (3.14 and later).
 * @returns lines, without a last newline; `""` without a future and without a current task
 */
export function format_call_graph(
  future: FutureBase<unknown> | null = null,
  { limit = null }: CallGraphOptions = {},
): string {
  check_available("format_call_graph");
  const graph = captured(future, limit);
  return graph === null ? "" : lines_of(graph).join("\n");
}

function lines_of({ future, call_stack, awaited_by: parents }: FutureCallGraph): string[] {
  const id = `id=${hex_address(future)}`;
  const lines = [future instanceof Task ? `* Task(name=${repr(future.get_name())}, ${id})` : `* Future(${id})`];
  if (call_stack.length > 0) {
    lines.push("  + Call stack:");
    for (const { frame } of call_stack)
      lines.push(`  |   File '<scenario>', line 1, in async ${frame.f_code.co_qualname}()`);
  }
  if (parents.length > 0) lines.push("  + Awaited by:");
  return [...lines, ...parents.flatMap((parent) => lines_of(parent).map((line) => `    ${line}`))];
}

/**
 * Prints it (3.14 and later).
 * @param options also `file`, as for `print`
 */
export function print_call_graph(
  future: FutureBase<unknown> | null = null,
  options: CallGraphOptions & Pick<PrintOptions, "file"> = {},
): Blocking<void> {
  check_available("print_call_graph");
  const graph = captured(future, options.limit ?? null);
  const { file } = options;
  return print_kw(file === undefined ? {} : { file }, graph === null ? "" : lines_of(graph).join("\n"));
}
