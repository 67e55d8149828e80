/** Mirrors Python's `gc`, as far as tasks are concerned. */
import { interpreter } from "./interpreter/state.js";
import { current } from "./kernel/current.js";
import type { Blocking } from "./kernel/traps.js";

/**
 * Frees what only refers to itself: a pending task and the future that it waits for, where the program has said of both that it has no reference
 * to them (see `builtins.del`). Of each such task the loop's exception handler is told `Task was destroyed but it is pending!`.
 */
export function collect(): Blocking<void> {
  current().calls("gc.collect()");
  return collecting();
}

function* collecting(): Blocking<void> {
  current().undriven = "";
  for (const loop of interpreter().loops) yield* loop._collect();
}
