/** The keyword arguments with which tasks are made, and which of them a version has. */
import { TypeError } from "../builtins/exceptions.js";
import type { EnteredContext } from "../interpreter/state.js";
import type { Profile } from "../interpreter/profile.js";
import type { BaseEventLoop } from "./base_events.js";

/** Python's keyword arguments of `Task` and `create_task`. */
export interface TaskOptions {
  /** A `contextvars.Context` to run in (3.11 and later); a copy of the current one unless told. */
  readonly context?: EnteredContext | null;
  readonly name?: unknown;
  /** Only of `Task` itself. */
  readonly loop?: BaseEventLoop | null;
  /** Whether it begins at once, within the call (`Task`: 3.12 and later; `create_task`: 3.14). */
  readonly eager_start?: boolean;
}

function allowed(profile: Profile, direct: boolean): string[] {
  const names = direct ? ["loop", "name"] : ["name"];
  if (profile.taskTakesContext) names.push("context");
  if (profile.eagerTasks && direct) names.push("eager_start");
  return names;
}

function unknown_keyword(options: TaskOptions, names: readonly string[]): string | null {
  const given = Object.entries(options).find(([name, value]) => value !== undefined && !names.includes(name));
  return given === undefined ? null : given[0];
}

/**
 * What `asyncio.Task` says of a keyword that it does not take.
 * @throws TypeError with the version's text
 * @internal
 */
export function check_task_options(profile: Profile, options: TaskOptions): void {
  const names = allowed(profile, true);
  const wrong = unknown_keyword(options, names);
  if (wrong === null) return;
  // The coroutine counts as one of the arguments.
  const [most, given] = [names.length + 1, Object.keys(options).length + 1];
  if (given > most) throw new TypeError(`Task() takes at most ${String(most)} arguments (${String(given)} given)`);
  const text = profile.invalidKeywordShort
    ? `Task() got an unexpected keyword argument '${wrong}'`
    : `'${wrong}' is an invalid keyword argument for Task()`;
  throw new TypeError(text);
}

/**
 * What a `create_task` says of a keyword that it does not take; from 3.14 on it hands all of them on.
 * @param name the function, as the version's errors name it
 * @throws TypeError `… got an unexpected keyword argument …`
 * @internal
 */
export function check_create_task_options(profile: Profile, options: TaskOptions, name: string): void {
  if (profile.createTaskTakesAll) {
    if (options.loop === undefined) return;
    throw new TypeError("_asyncio.Task() got multiple values for keyword argument 'loop'");
  }
  const wrong = unknown_keyword(options, allowed(profile, false));
  if (wrong !== null) throw new TypeError(`${name}() got an unexpected keyword argument '${wrong}'`);
}

/**
 * What the factories of eager tasks say of a keyword that they do not take.
 * @throws TypeError with the version's text
 * @internal
 */
export function check_factory_options(profile: Profile, options: TaskOptions): void {
  const name = "create_eager_task_factory.<locals>.factory()";
  if (options.loop !== undefined) throw new TypeError(`${name} got multiple values for argument 'loop'`);
  if (profile.createTaskTakesAll) return;
  const wrong = unknown_keyword(options, ["name", "context"]);
  if (wrong !== null) throw new TypeError(`${name} got an unexpected keyword argument '${wrong}'`);
}
