/** Mirrors `asyncio.tasks`: Task, sleep, and what turns awaitables into futures. */
import { TypeError, ValueError } from "../builtins/exceptions.js";
import { name_generators } from "../builtins/names.js";
import { current } from "../kernel/current.js";
import type { Awaitable, Coroutine, MustAwait, Returns } from "./awaitable.js";
import type { BaseEventLoop } from "./base_events.js";
import { isfuture } from "./base_futures.js";
import { isawaitable, iscoroutine } from "./coroutines.js";
import { get_event_loop, get_running_loop } from "./events.js";
import type { Future } from "./futures.js";
import { _given_loop, type LoopArgument } from "./loop_argument.js";
import { give_way, GiveWay, Sleep } from "./sleep.js";
import { _sleep_in_loop } from "./sleep_in_loop.js";
import { Task } from "./task.js";
import { _set_task_name } from "./task_factories.js";
import { check_create_task_options, type TaskOptions } from "./task_options.js";

export { Task, type TaskOptions };

/**
 * Wraps a coroutine in a task of the running loop.
 * @throws RuntimeError `no running event loop`
 * @throws TypeError `a coroutine was expected, got …`
 */
export function create_task<G extends Coroutine<unknown>>(
  coro: G & MustAwait<G>,
  options: TaskOptions | null = null,
): Task<Returns<G>> {
  const loop = get_running_loop();
  if (options !== null) check_create_task_options(loop._interpreter.profile, options, "create_task");
  const name = options?.name ?? null;
  if (!loop._interpreter.profile.namedTaskTakesNumber || name === null) {
    return loop.create_task(coro as unknown as Coroutine<Returns<G>>, options);
  }
  // Up to 3.12 the task is made with a default name, which takes a number, and renamed.
  const task = loop.create_task(coro as unknown as Coroutine<Returns<G>>, { ...options, name: null });
  _set_task_name(task, name);
  return task;
}

/**
 * Does nothing for some time; the loop runs other things meanwhile.
 * @param delay in seconds; 0 or less means one iteration
 * @param result what it returns
 * @param options `loop`, up to 3.9
 * @throws ValueError `Invalid delay: NaN (not a number)` (3.13 and later)
 */
export function sleep(delay: number): Coroutine<void>;
export function sleep<T>(delay: number, result: T, options?: LoopArgument): Coroutine<T>;
export function sleep<T>(delay: number, result?: T, options?: LoopArgument): Coroutine<T> {
  if (options !== undefined) {
    const loop = _given_loop("sleep", options);
    if (loop !== null) return _sleep_in_loop(loop, delay, result as T);
  }
  current().dormant++;
  // Only numbers: to JavaScript, null and some strings are less than 1 too.
  if (typeof delay !== "number" || !(delay <= 0)) return new Sleep<T>(delay, result as T);
  return (result === undefined ? give_way : new GiveWay<T>(result)) as unknown as Coroutine<T>;
}

/**
 * A future for an awaitable: futures as they are, coroutines as tasks. Python's `__await__` is `[Symbol.iterator]` here: of an object that has it, a
 * task awaits it.
 * @param options `loop`: the loop for a new task; the running one unless told
 * @throws TypeError `An asyncio.Future, a coroutine or an awaitable is required`
 * @throws ValueError when the future belongs to another loop than the one given
 */
export function ensure_future<T>(
  awaitable: Awaitable<T>,
  options: { readonly loop?: BaseEventLoop | null } = {},
): Future<T> {
  const loop = options.loop ?? null;
  if (isfuture(awaitable)) {
    const future = awaitable as Future<T>;
    if (loop !== null && loop !== future.get_loop()) {
      throw new ValueError("The future belongs to a different loop than the one specified as the loop argument");
    }
    return future;
  }
  if (!isawaitable(awaitable)) {
    throw new TypeError("An asyncio.Future, a coroutine or an awaitable is required");
  }
  const coro = iscoroutine(awaitable) ? (awaitable as unknown as Coroutine<T>) : _wrap_awaitable(awaitable);
  return (loop ?? get_event_loop()).create_task(coro);
}

/** The coroutine of something else that can be awaited. */
function* _wrap_awaitable<T>(awaitable: Awaitable<T>): Coroutine<T> {
  return yield* awaitable;
}

name_generators(_wrap_awaitable);

/**
 * The task that runs now; `null` in a plain callback.
 * @throws RuntimeError `no running event loop`
 */
export function current_task(loop: BaseEventLoop | null = null): Task | null {
  return (loop ?? get_running_loop())._current_task;
}

/**
 * The tasks of a loop that are not done. Python gives a set, whose order depends on addresses, so the order is a choice.
 * @throws RuntimeError `no running event loop`
 */
export function all_tasks(loop: BaseEventLoop | null = null): Set<Task> {
  const { _kernel: kernel, _first_task: first } = loop ?? get_running_loop();
  const left: Task[] = [];
  for (let task = first; task !== null; task = task._next) left.push(task);
  const ordered = new Set<Task>();
  while (left.length > 0) {
    const [task] = left.splice(kernel.choose("order", left.length), 1);
    if (task !== undefined) ordered.add(task);
  }
  return ordered;
}
