/** A second, much simpler enumerator, to judge the real one by: an odometer over the choices of the bare kernel. */
import { type Chooser, type ChoicePoint, type Ending, Kernel, type Scenario, type ThreadProgram } from "interloop";
import { endingText, prepare, type RunOptions } from "../../src/run.js";

/** What the judge found: each outcome, as text, with how many executions had it. */
export type Census = ReadonlyMap<string, number>;

/** Turns through all sequences of choices: the last one that can be larger becomes so, and what comes after it is forgotten. */
class Odometer implements Chooser {
  #digits: { way: number; readonly count: number }[] = [];
  #at = 0;

  choose(point: ChoicePoint): number {
    const digit = this.#digits[this.#at++];
    if (digit !== undefined) return digit.way;
    this.#digits.push({ way: 0, count: point.count });
    return 0;
  }

  /** @returns false when all were seen */
  turn(): boolean {
    this.#at = 0;
    for (let last = this.#digits.pop(); last !== undefined; last = this.#digits.pop()) {
      if (last.way + 1 < last.count) return this.#digits.push({ way: last.way + 1, count: last.count }) > 0;
    }
    return false;
  }
}

function census(run: (chooser: Chooser) => { kernel: Kernel; outcome: string }, preemptions: number): Census {
  const found = new Map<string, number>();
  const odometer = new Odometer();
  do {
    const { kernel, outcome } = run(odometer);
    if (kernel.preemptions <= preemptions) found.set(outcome, (found.get(outcome) ?? 0) + 1);
  } while (odometer.turn());
  return found;
}

/** Every outcome of a program of bare threads: what it reads at the end, and the kind of the ending. */
export function censusOfThreads(program: ThreadProgram, preemptions = Infinity): Census {
  return census((chooser) => {
    const kernel = new Kernel({ chooser });
    const result = program(kernel);
    const ending: Ending = kernel.run();
    return { kernel, outcome: `${ending.kind}: ${String(result())}` };
  }, preemptions);
}

/** Every outcome of a scenario: the kind of the ending, and the output. */
export function censusOf(scenario: Scenario, options: RunOptions = {}, preemptions = Infinity): Census {
  return census((chooser) => {
    const execution = prepare(scenario, { ...options, chooser });
    const ending = execution.kernel.run();
    const { output } = execution.interpreter.stdout;
    return { kernel: execution.kernel, outcome: `${endingText(execution, ending)}: ${output}` };
  }, preemptions);
}
