/** Where a scenario runs differently in two versions of CPython, and why. */
import { checkRunOptions } from "../explore/options.js";
import { RandomStrategy } from "../explore/random.js";
import { ReplayChooser } from "../explore/replay.js";
import {
  profileOf,
  profileWith,
  switches,
  type Profile,
  type SwitchName,
  type Version,
} from "../interpreter/profile.js";
import type { Switch } from "../interpreter/switches/rule.js";
import type { Chooser } from "../kernel/chooser.js";
import { UsageError } from "../kernel/errors.js";
import type { RunOptions, Scenario } from "../run.js";
import { parseSchedule } from "../trace/schedule.js";
import { type Behaviour, simulatedWith } from "./behaviour.js";
import { agreement, type Difference, firstDifference } from "./compare.js";
import { DrawChooser } from "./draws.js";

/** The model in which both versions run, and the schedule that both follow: the default one, a random one, or a given one. */
export interface DiffVersionsOptions extends Omit<RunOptions, "python" | "observer" | "chooser"> {
  /** Where a random schedule begins. */
  readonly seed?: number;
  /** A schedule, such as `i1:3=t1`; where a version cannot follow it any more, its run ends. */
  readonly schedule?: string;
}

/** One behaviour that differs between the two versions. */
export interface Reason {
  /** The name of the profile's switch. */
  readonly name: string;
  /** What one of the versions does, and the other does not. */
  readonly says: string;
  /** The version that does it. */
  readonly version: Version;
  /** The number of CPython's issue, where one is known. */
  readonly issue: string | null;
}

/** The first place where two versions part. */
export interface VersionDifference {
  /** The versions, the first one left. */
  readonly versions: readonly [Version, Version];
  readonly difference: Difference;
  /** What makes the first version part there: with these changed it goes on as the second one, and with fewer of them it does not. */
  readonly reasons: readonly Reason[];
}

/**
 * Runs a scenario in two versions of CPython and finds the first event that differs, or the first line of its output, and the reason.
 * @param scenario the program
 * @param first a version, such as `3.11` or `3.11.7`
 * @param second another one
 * @returns the difference; `null` where both do the same
 * @throws UsageError for an unknown version, a damaged schedule or a wrong option, and when the scenario is used wrongly
 */
export function diffVersions(
  scenario: Scenario,
  first: string,
  second: string,
  options: DiffVersionsOptions = {},
): VersionDifference | null {
  const [left, right] = [profileOf(first), profileOf(second)];
  const { seed, schedule, ...model } = options;
  checkRunOptions(scenario, model);
  const run = (profile: Profile): Behaviour => simulatedWith(scenario, model, chooserFor(seed, schedule), profile);
  const [ours, theirs] = [run(left), run(right)];
  const difference = firstDifference(ours, theirs);
  if (difference === null) return null;
  const before = agreement(ours, theirs);
  const explains = (names: readonly SwitchName[]): boolean =>
    furtherThan(before, theirs, () => run(profileWith(left.version, new Set(names))));
  const names = (Object.keys(switches) as SwitchName[]).filter((name) => left[name] !== right[name]);
  const reasons = explains(names) ? smallest(names, explains) : [];
  return {
    versions: [left.version, right.version],
    difference,
    reasons: reasons.map((name) => reasonOf(name, left, right)),
  };
}

/** A chooser for one run. @throws UsageError when there is both a seed and a schedule */
function chooserFor(seed: number | undefined, schedule: string | undefined): Chooser {
  if (schedule === undefined) return seed === undefined ? new DrawChooser([]) : new RandomStrategy(seed);
  if (seed !== undefined) throw new UsageError("seed and schedule exclude each other: give one of them");
  return new ReplayChooser(parseSchedule(schedule));
}

/** Whether a run agrees longer with another one. A mixture of two versions can be none that works at all, and then it explains nothing. */
function furtherThan(before: number, theirs: Behaviour, run: () => Behaviour): boolean {
  try {
    return agreement(run(), theirs) > before;
  } catch {
    return false;
  }
}

/**
 * A smallest part of some switches that explains still, in few tries: QuickXplain (Junker 2004).
 * @param names what explains as a whole
 */
function smallest(names: readonly SwitchName[], explains: (names: readonly SwitchName[]) => boolean): SwitchName[] {
  const within = (known: readonly SwitchName[], fresh: boolean, left: readonly SwitchName[]): SwitchName[] => {
    if (fresh && explains(known)) return [];
    if (left.length <= 1) return [...left];
    const half = left.length >> 1;
    const [front, back] = [left.slice(0, half), left.slice(half)];
    const needed = within([...known, ...front], true, back);
    return [...within([...known, ...needed], needed.length > 0, front), ...needed];
  };
  return within([], false, names);
}

function reasonOf(name: SwitchName, left: Profile, right: Profile): Reason {
  const { says, issue }: Switch = switches[name];
  return { name, says, issue, version: left[name] ? left.version : right.version };
}
