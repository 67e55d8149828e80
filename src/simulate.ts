/** One run of a scenario. */
import { prepare, type RunOptions, type Scenario } from "./run.js";
import type { Ending } from "./kernel/ending.js";

/** What {@link simulate} can be told. */
export interface SimulateOptions extends Omit<RunOptions, "observer" | "chooser"> {
  readonly trace?: boolean;
}

/** One run: what it printed and how it ended. */
export interface Run {
  readonly ending: Ending;
  readonly output: string;
  readonly stderr: string;
  readonly time: number;
  readonly steps: number;
}

export function simulate(scenario: Scenario, options: SimulateOptions = {}): Run {
  const { kernel, interpreter } = prepare(scenario, options);
  const ending = kernel.run();
  return { ending, output: interpreter.stdout.output, stderr: interpreter.stderr.output, time: kernel.now, steps: kernel.steps };
}
