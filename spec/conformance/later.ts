/** Judge cases that need parts of the standard library which are not mirrored yet, with the part that each needs. */
export const later: Readonly<Record<string, string>> = {
  create_task_arguments: "asynchronous generators",
  thread_names: "threading.Timer",
  two_loops_deadlock: "threading.Barrier",
};
