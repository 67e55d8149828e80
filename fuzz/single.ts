/** Judges programs of one thread: many in one process, since nothing but the clock has to be simulated. */
import type { PythonInterpreter } from "../src/bridge/interpreters.js";
import { same } from "./compare.js";
import type { Judge, Judged } from "./judge.js";
import { planOf, pythonBody } from "./print.js";
import { type Program, singleProgram } from "./program.js";
import { Harness } from "./python.js";
import { scenarioOf, simulated } from "./simulated.js";

/** One or more processes for each version. */
export class SingleJudge implements Judge {
  readonly sort = "single";
  readonly grammar = singleProgram;
  readonly versions: readonly string[];
  readonly #harnesses = new Map<string, readonly Harness[]>();
  #turn = 0;

  /**
   * @param interpreters one of each version
   * @param jobs how many processes each has
   */
  constructor(interpreters: readonly PythonInterpreter[], jobs: number) {
    this.versions = interpreters.map(({ version }) => version);
    for (const interpreter of interpreters) {
      const harnesses = Array.from({ length: jobs }, () => new Harness(interpreter));
      this.#harnesses.set(interpreter.version, harnesses);
    }
  }

  async judge(program: Program, only = this.versions): Promise<Judged[]> {
    const plan = planOf(program);
    const job = { source: pythonBody(plan), clock: program.clock };
    this.#turn++;
    const asked = only.map(async (version) => {
      const harnesses = this.#harnesses.get(version) ?? [];
      const harness = harnesses[this.#turn % harnesses.length];
      if (harness === undefined) throw new Error(`no interpreter for ${version}`);
      return { version, cpython: await harness.run(job) };
    });
    const answers = await Promise.all(asked);
    const scenario = scenarioOf(plan);
    return answers.map(({ version, cpython }) => {
      const interloop = simulated(scenario, version, { clock: program.clock });
      return { version, cpython, interloop, same: same(cpython, interloop) };
    });
  }

  close(): Promise<void> {
    for (const harness of [...this.#harnesses.values()].flat()) harness.close();
    return Promise.resolve();
  }
}
