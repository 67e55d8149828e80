/** Judges programs of several threads: each execution is a process of its own under the agent, and takes the same choices as the simulator. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PythonAgent } from "../src/bridge/agent.js";
import type { PythonInterpreter } from "../src/bridge/interpreters.js";
import type { Job } from "../src/bridge/protocol.js";
import { ForeignException, type PythonResult } from "../src/bridge/result.js";
import { describeEnding } from "../src/kernel/ending.js";
import { endingText, prepare } from "../src/run.js";
import type { Scenario } from "interloop";
import { same } from "./compare.js";
import type { Judge, Judged } from "./judge.js";
import { planOf, toPython } from "./print.js";
import { type Program, threadsProgram } from "./program.js";
import { type Behaviour, scenarioOf } from "./simulated.js";

const limits = { maxSteps: 20_000, maxTime: 1_000_000, maxThreads: 100 };

/** An agent for each version, and a file for each program that is under way. */
export class ThreadsJudge implements Judge {
  readonly sort = "threads";
  readonly grammar = threadsProgram;
  readonly versions: readonly string[];
  readonly #agents: ReadonlyMap<string, PythonAgent>;
  readonly #folder = mkdtempSync(join(tmpdir(), "interloop-fuzz-"));
  #files = 0;

  /** @param interpreters one of each version */
  static async start(interpreters: readonly PythonInterpreter[]): Promise<ThreadsJudge> {
    const agents = new Map<string, PythonAgent>();
    for (const interpreter of interpreters) agents.set(interpreter.version, await PythonAgent.start(interpreter));
    return new ThreadsJudge(agents);
  }

  private constructor(agents: ReadonlyMap<string, PythonAgent>) {
    this.#agents = agents;
    this.versions = [...agents.keys()];
  }

  async judge(program: Program, only = this.versions): Promise<Judged[]> {
    const file = join(this.#folder, `program${String(++this.#files)}.py`);
    writeFileSync(file, toPython(program));
    try {
      const model = { timing: "punctual", stdout: "terminal", debug: false } as const;
      const { clock, draws } = program;
      const job: Job = {
        ...{ ...limits, ...model, program: file, argv: [], cwd: this.#folder, clock, draws },
        ...{ lines: null, opcodes: false, trace: false },
      };
      const asked = only.map(async (version) => {
        const agent = this.#agents.get(version);
        if (agent === undefined) throw new Error(`no agent for ${version}`);
        return { version, cpython: foreign(await agent.execute(job)) };
      });
      const answers = await Promise.all(asked);
      const scenario = scenarioOf(planOf(program));
      return answers.map(({ version, cpython }) => {
        const interloop = drawn(scenario, version, program);
        return { version, cpython, interloop, same: same(cpython, interloop) };
      });
    } finally {
      rmSync(file);
    }
  }

  async close(): Promise<void> {
    for (const agent of this.#agents.values()) await agent.close();
    rmSync(this.#folder, { recursive: true });
  }
}

/** What the agent says of a program. */
function foreign({ ending, output, stderr, now }: PythonResult): Behaviour {
  const raised = ending.kind === "raised" && ending.exception instanceof ForeignException ? ending.exception.text : "";
  const text = raised === "" ? describeEnding(ending) : `raised ${raised}`;
  return { output, stderr, ending: ending.kind === "returned" ? "returned" : text, time: Math.round(now * 1e9) };
}

/** Runs a program in the simulator with the program's draws. */
export function drawn(scenario: Scenario, python: string, { clock, draws }: Program): Behaviour {
  let choice = 0;
  const chooser = { choose: ({ count }: { count: number }) => (draws[choice++] ?? 0) % count };
  try {
    const execution = prepare(scenario, { ...limits, python, clock, chooser });
    const ending = execution.kernel.run();
    const { stdout, stderr } = execution.interpreter;
    return {
      output: stdout.output,
      stderr: stderr.output,
      ending: ending.kind === "returned" ? "returned" : endingText(execution, ending),
      time: Math.round(execution.kernel.now * 1e9),
    };
  } catch (error) {
    return { output: "", ending: `crashed: ${error instanceof Error ? error.message : String(error)}`, time: 0 };
  }
}
