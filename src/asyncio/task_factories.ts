/** What makes tasks instead of a loop. CPython has it in `asyncio.tasks` and `asyncio.base_events`. */
import { AttributeError, TypeError } from "../builtins/exceptions.js";
import { is_class, type_name } from "../builtins/names.js";
import { interpreter } from "../interpreter/state.js";
import type { Coroutine } from "./awaitable.js";
import type { BaseEventLoop, TaskFactory } from "./base_events.js";
import type { FutureBase } from "./base_futures.js";
import { Task } from "./task.js";
import { check_factory_options, type TaskOptions } from "./task_options.js";

/** What makes a task: a class derived from `Task`, or a function. */
export type TaskConstructor =
  | (new (coro: Coroutine<unknown>, options: TaskOptions) => FutureBase<unknown>)
  | ((coro: Coroutine<unknown>, options: TaskOptions) => FutureBase<unknown>);

/** Names what a factory has given, which need not be a task. @internal */
export function _set_task_name(task: FutureBase<unknown>, name: unknown): void {
  const named = task as Partial<Pick<Task, "set_name">>;
  if (typeof named.set_name === "function") {
    named.set_name(name);
    return;
  }
  const run = interpreter();
  if (run.profile.taskFactoryNamesAlways) {
    throw new AttributeError(`'_asyncio.${type_name(task)}' object has no attribute 'set_name'`);
  }
  if (!run.profile.unnamableTaskWarns) return;
  const what = "Task.set_name() was added in Python 3.8, the method support will be mandatory";
  run.warn("DeprecationWarning", `${what} for third-party task implementations since 3.13.`);
}

/** Has a factory make a task, with the keywords that the version gives it, and names it where the factory is not told the name. @internal */
export function make_with_factory<T>(
  loop: BaseEventLoop,
  factory: TaskFactory,
  coro: Coroutine<T>,
  options: TaskOptions | null,
): Task<T> {
  const { taskFactoryTakesName, taskFactoryNamesAlways } = loop._interpreter.profile;
  if (taskFactoryTakesName) return factory(loop, coro, options ?? {}) as Task<T>;
  const { name = null, context = null } = options ?? {};
  const task = factory(loop, coro, context === null ? {} : { context }) as Task<T>;
  if (taskFactoryNamesAlways || name !== null) _set_task_name(task, name);
  return task;
}

/** @throws AttributeError before 3.12 */
function check_available(name: string): void {
  if (interpreter().profile.eagerTasks) return;
  throw new AttributeError(`module 'asyncio' has no attribute '${name}'`);
}

function eager_factory(custom_task_constructor: TaskConstructor): TaskFactory {
  return (loop, coro, options) => {
    const { profile } = interpreter();
    check_factory_options(profile, options);
    const defaults = profile.createTaskTakesAll ? {} : { name: null, context: null };
    const all = { eager_start: true, ...defaults, ...options, loop };
    if (typeof custom_task_constructor !== "function") {
      throw new TypeError(`'${type_name(custom_task_constructor)}' object is not callable`);
    }
    if (!is_class(custom_task_constructor)) {
      return (custom_task_constructor as (coro: Coroutine<unknown>, options: TaskOptions) => Task)(coro, all);
    }
    return new (custom_task_constructor as new (coro: Coroutine<unknown>, options: TaskOptions) => Task)(coro, all);
  };
}

/**
 * A factory of tasks that begin at once (3.12 and later), for `loop.set_task_factory`.
 * @param custom_task_constructor what makes them; it is given the coroutine and, as options, `loop`, `name`, `context` and `eager_start`
 * @throws AttributeError `module 'asyncio' has no attribute 'create_eager_task_factory'` before 3.12
 */
export function create_eager_task_factory(custom_task_constructor: TaskConstructor): TaskFactory {
  check_available("create_eager_task_factory");
  return eager_factory(custom_task_constructor);
}

/**
 * Makes tasks that begin at once, within the call that makes them (3.12 and later): `loop.set_task_factory(asyncio.eager_task_factory)`.
 * @throws AttributeError `module 'asyncio' has no attribute 'eager_task_factory'` before 3.12
 */
export const eager_task_factory: TaskFactory = (loop, coro, options) => {
  check_available("eager_task_factory");
  return eager_factory(Task)(loop, coro, options);
};
