/** `gather`, as far as `asyncio.run` needs it to wait for the tasks that it cancelled. */
import type { BaseEventLoop } from "./base_events.js";
import { Future } from "./futures.js";
import type { Task } from "./task.js";

/**
 * A future that is done when all tasks are.
 * @param tasks at least one
 */
export function gather(loop: BaseEventLoop, tasks: readonly Task<unknown>[], _return_exceptions: true): Future<unknown[]> {
  const outer = loop.create_future<unknown[]>();
  let finished = 0;
  const done = (): void => {
    if (++finished === tasks.length && !outer.done()) outer.set_result([]);
  };
  for (const task of tasks) {
    task.add_done_callback(() => {
      if (!task.cancelled()) task.exception();
      done();
    });
  }
  return outer;
}
