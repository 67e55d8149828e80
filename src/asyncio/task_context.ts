/** `Task.get_context`. */
import { _context_of, Context } from "../contextvars.js";
import type { Task } from "./task.js";

/** The context object of a task, made when it is first asked for. @internal */
export function _context_of_task(task: Task): Context {
  const { _loop: loop } = task;
  loop._interpreter.requires("getContext", "_asyncio.Task", "get_context");
  if (task._context !== null) return task._context as Context;
  // While it runs, the thread has its context.
  if (loop._current_task === task) return _context_of(loop._state);
  const context = new Context();
  context.bindings = task._vars;
  task._context = context;
  return context;
}
