/** Functions of `threading` under the names that they had before PEP 8. */
import { deprecated } from "./deprecated.js";
import { active_count, current_thread, type Thread } from "./thread.js";

/** The old name of {@link current_thread}. */
export function currentThread(): Thread {
  deprecated("currentThread()", "use current_thread()");
  return current_thread();
}

/** The old name of {@link active_count}. */
export function activeCount(): number {
  deprecated("activeCount()", "use active_count()");
  return active_count();
}
