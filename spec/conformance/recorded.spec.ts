/** Every judge case: the scenario must do in each profile what CPython of that version did when it was recorded. */
import { builtins, simulate, type Run, type Scenario } from "interloop";
import { afterAll, describe, expect, test } from "vitest";
import { later } from "./later.js";
import { normalise } from "./normalise.js";
import { readCases, type Case, type Output } from "./recording.js";

const cases = readCases();
const compared = new Map<string, number>();

/** No judge case comes near these; a hanging one reaches them at once. */
const limits = { maxSteps: 1_000_000, maxTime: 1_000_000 };

/** What a run looks like from outside: the exit status as the shell's parent sees it, or that it never ended. */
function exitOf({ ending }: Run): Output["exit"] | string {
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

async function load(path: string): Promise<Scenario> {
  const module = (await import(/* @vite-ignore */ path)) as { readonly default: Scenario };
  return module.default;
}

/** Compares one run with what was recorded: it must be equal to one of the outputs. */
function compare(scenario: Scenario, python: string, outputs: readonly Output[]): void {
  const run = simulate(scenario, { python, ...limits });
  const simulated = normalised({ stdout: run.output, stderr: run.stderr, exit: exitOf(run) });
  const [first, ...others] = outputs.map(normalised);
  if (others.length === 0) expect(simulated).toEqual(first);
  else expect([first, ...others]).toContainEqual(simulated);
  compared.set(python, (compared.get(python) ?? 0) + 1);
}

function describeCase({ name, scenario, outputs }: Case & { readonly scenario: string }): void {
  describe(name, async () => {
    const program = await load(scenario);
    for (const [version, seen] of outputs) {
      test(version, () => {
        compare(program, version, seen);
      });
    }
  });
}

describe("the judge cases", () => {
  test("are all recorded from the program beside the recording", () => {
    expect(cases.length).toBeGreaterThan(0);
    expect(cases.filter(({ current }) => !current).map(({ name }) => name)).toEqual([]);
  });

  test("all have a scenario, or a reason why it comes later", () => {
    const without = cases.filter(({ scenario }) => scenario === null).map(({ name }) => name);
    expect(without).toEqual(Object.keys(later).sort());
  });
});

for (const { scenario, ...rest } of cases) if (scenario !== null) describeCase({ ...rest, scenario });

afterAll(() => {
  const counts = [...compared].map(([version, count]) => `${version} (${String(count)})`);
  process.stdout.write(`equal to recordings of CPython: ${counts.join(", ")}\n`);
});
