/** What the litmus specs share: outcome sets in short, and a model of interleavings to count by. */
import { explore, type ExploreOptions, type Report, type Scenario } from "interloop";

/** Explores everything, and gives each outcome with its number of executions: the output, or the kind of a failing ending. */
export function outcomesOf(scenario: Scenario, options: ExploreOptions = {}): Record<string, number> {
  return inShort(explore(scenario, options));
}

/** The outcomes of a report in short. */
export function inShort(report: Report): Record<string, number> {
  const pairs = report.outcomes.map(({ output, ending, count }): [string, number] => [
    ending.kind === "returned" ? output : `${ending.kind}: ${output}`,
    count,
  ]);
  return Object.fromEntries(pairs);
}

/** All ways to merge lists of steps, each list in its own order. */
export function merges<T>(...lists: readonly (readonly T[])[]): T[][] {
  if (lists.every((list) => list.length === 0)) return [[]];
  return lists.flatMap(([first, ...rest], at) => {
    if (first === undefined) return [];
    const left = lists.map((list, other) => (other === at ? rest : list));
    return merges(...left).map((merge) => [first, ...merge]);
  });
}

/** How often each outcome occurs among some executions. */
export function tally(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
