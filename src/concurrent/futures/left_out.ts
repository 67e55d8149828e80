/** The executors that have no threads: they are left out, and say so. */
import { UsageError } from "../../kernel/errors.js";
import { Executor } from "./executor.js";

function left_out(name: string, what: string): UsageError {
  return new UsageError(
    `${name} is left out: ${what} share no memory, so nothing in them can be simulated; use a ThreadPoolExecutor`,
  );
}

/** Left out: a simulation has one process. */
export class ProcessPoolExecutor extends Executor {
  /** @throws UsageError always */
  constructor() {
    super();
    throw left_out("ProcessPoolExecutor", "processes");
  }
}

/** Left out: a simulation has one interpreter. */
export class InterpreterPoolExecutor extends Executor {
  /** @throws UsageError always */
  constructor() {
    super();
    throw left_out("InterpreterPoolExecutor", "interpreters");
  }
}
