/** Judge cases in which Interloop cannot agree with CPython. Each has a skipped spec in `different.spec.ts`, which shows how. */
export const different: readonly string[] = [
  "never_awaited",
  "await_other_things",
  "await_twice_at_once",
  "callback_arguments",
  "callback_arguments_debug",
  "thread_coroutine_target",
  "cancel_during_cleanup",
];

/** Judge cases whose outputs are equal and whose traces cannot be, with the reason. */
export const differentTraces: Readonly<Record<string, string>> = {
  never_retrieved_at_del:
    "under the scheduler, from 3.12 on, a task that has failed is part of a cycle, so that it is freed by a garbage collection only",
  custom_task_factory: "a task factory of TypeScript cannot print before it has made the task",
  stop_with_failing_cleanup: "a garbage collection may finalise a coroutine before its task or after it",
};
