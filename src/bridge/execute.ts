/** One execution as whoever searches wants it: its choices known, also when its process was lost, and its random numbers the right ones. */
import type { RunFigures } from "../explore/figures.js";
import { Prng } from "../explore/prng.js";
import { TIME_PASSES } from "../kernel/kernel.js";
import type { Agent } from "./agent.js";
import { Draws } from "./draws.js";
import type { ChoiceRow, JobBody, Question } from "./protocol.js";
import type { PythonResult } from "./result.js";

/** How many random numbers an execution is given for a beginning unless told. */
const DRAWS = 64;

/** Collects the choices of a run while it is going on. */
export class History implements Pick<RunFigures, "decisions" | "preemptions" | "choices"> {
  readonly points: ChoiceRow[] = [];
  readonly decisions: number[] = [];
  preemptions = 0;

  get choices(): number {
    return this.points.length;
  }

  add(point: ChoiceRow): void {
    const [kind, , way, preempts, ids] = point;
    const code = kind === "thread" ? (ids[way] as number) : -2 - way;
    if (way > 0) this.decisions.push(this.points.length, code);
    if (way > 0 && preempts && code !== TIME_PASSES) this.preemptions++;
    this.points.push(point);
  }
}

/** Follows a schedule. @param decisions as `Kernel.decisions` */
export async function executeDecisions(
  agent: Agent,
  body: JobBody,
  decisions: readonly number[],
): Promise<PythonResult> {
  const pairs: [number, number][] = [];
  for (let at = 0; at + 1 < decisions.length; at += 2)
    pairs.push([decisions[at] as number, decisions[at + 1] as number]);
  return agent.execute({ ...body, decisions: pairs });
}

/** Takes the given ways first and the default ways after them. The choices are known even if the process is lost. */
export async function executeWays(agent: Agent, body: JobBody, ways: readonly number[]): Promise<PythonResult> {
  const result = await agent.execute({ ...body, ways });
  return result.points === null ? executeAsking(agent, body, ({ index }) => ways[index] ?? 0) : result;
}

/**
 * Takes the ways that the random strategy takes with this seed. The choices are known even if the process is lost.
 * @param choices how many choices the execution will probably make
 */
export async function executeSeed(agent: Agent, body: JobBody, seed: number, choices = DRAWS): Promise<PythonResult> {
  const draws = new Draws(seed, choices);
  for (;;) {
    const result = await agent.execute({ ...body, draws: draws.list });
    if (result.points === null) {
      const prng = new Prng(seed);
      return executeAsking(agent, body, ({ count }) => prng.below(count));
    }
    if (draws.fit(result.points)) return result;
  }
}

/** Asks for every choice, so that the choices of a process that is lost are known up to its end. */
async function executeAsking(
  agent: Agent,
  body: JobBody,
  choose: (question: Question) => number,
): Promise<PythonResult> {
  const history = new History();
  const result = await agent.execute({ ...body, ask: true }, (question) => {
    const { kind, count, ids, preempts } = question;
    // What no longer fits is a difference between two runs of the same program, which the search finds.
    const way = Math.min(choose(question), count - 1);
    history.add([kind, count, way, preempts, ids]);
    return way;
  });
  if (result.points !== null) return result;
  const { points, decisions, preemptions, choices } = history;
  return { ...result, points, decisions, preemptions, choices };
}
