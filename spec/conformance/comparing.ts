/** How a scenario is compared with what was recorded of the same program under real CPython. */
import { builtins, explore, replay, simulate, type ExploreOptions, type Run, type Scenario } from "interloop";
import { expect } from "vitest";
import { normalise } from "../../src/judge/texts.js";
import type { Case } from "./recording.js";

/** No judge case comes near these; a hanging one reaches them at once. */
const limits = { maxSteps: 1_000_000, maxTime: 1_000_000 };

/** How many executions it may take to find everything that was recorded. */
const MAX_EXECUTIONS = 5000;

/** What a run looks like from outside: the exit status as the shell's parent sees it, or that it never ended. */
function exitOf({ ending }: Run): number | string {
  switch (ending.kind) {
    case "returned":
      return 0;
    case "exited":
      return ending.code;
    case "raised":
      // CPython ends itself with SIGINT, so that its parent sees why.
      return ending.exception instanceof builtins.KeyboardInterrupt ? -2 : 1;
    case "deadlock":
    case "step limit":
    case "time limit":
      return "hung";
    default:
      return ending.kind;
  }
}

function normalised({ stdout, stderr, exit }: { stdout: string; stderr: string; exit: unknown }): object {
  return { stdout: normalise(stdout), stderr: normalise(stderr), exit };
}

function outputOf(run: Run): object {
  return normalised({ stdout: run.output, stderr: run.stderr, exit: exitOf(run) });
}

/** The scenario of a case. */
export async function load(path: string): Promise<Scenario> {
  const module = (await import(/* @vite-ignore */ path)) as { readonly default: Scenario };
  return module.default;
}

/**
 * Compares a scenario with what was recorded in one version. The default run must be one of the outputs. Where the order is CPython's to
 * choose, it need not be: no recording has every order, so then an exploration must find all that were recorded.
 */
export function compare(scenario: Scenario, python: string, { outputs, varies }: Case): void {
  const recorded = (outputs.get(python) ?? []).map(normalised);
  const simulated = outputOf(simulate(scenario, { python, ...limits }));
  if (!varies) {
    expect(simulated).toEqual(recorded[0]);
    return;
  }
  if (recorded.some((output) => JSON.stringify(output) === JSON.stringify(simulated))) return;
  const { outcomes } = explore(scenario, { python, ...limits, maxExecutions: MAX_EXECUTIONS });
  const possible = outcomes.map(({ schedule }) => outputOf(replay(scenario, schedule, { python, ...limits })));
  expect(possible).toEqual(expect.arrayContaining(recorded));
}

/** From the quickest search to the most thorough; a run that lags behind the clock is the rarest on a real machine. */
const searches: readonly ExploreOptions[] = [
  { preemptions: 1 },
  { preemptions: 2, maxExecutions: 3000 },
  { strategy: "random", seed: 1, maxExecutions: 5000 },
  { strategy: "random", seed: 1, maxExecutions: 5000, timing: "lagging" },
];

/** The recorded outputs of one version that exploration does not find, normalised. */
export function unreachable(scenario: Scenario, python: string, { outputs }: Case): unknown[] {
  const missing = new Set((outputs.get(python) ?? []).map((output) => JSON.stringify(normalised(output))));
  for (const search of searches) {
    const options = { python, ...limits, ...search };
    for (const { schedule } of explore(scenario, options).outcomes) {
      missing.delete(JSON.stringify(outputOf(replay(scenario, schedule, options))));
    }
    if (missing.size === 0) break;
  }
  return [...missing].map((output) => JSON.parse(output) as unknown);
}
