/**
 * Which CPython is being simulated. A profile is named by its full version, because patch releases differ; wherever behaviour depends
 * on the version, the code asks one of these switches and never compares version numbers itself.
 */
import { UsageError } from "../kernel/errors.js";
import { combinators } from "./switches/combinators.js";
import { generators } from "./switches/generators.js";
import { groups } from "./switches/groups.js";
import { language } from "./switches/language.js";
import { loops } from "./switches/loops.js";
import { pools } from "./switches/pools.js";
import { queues } from "./switches/queues.js";
import type { Switch } from "./switches/rule.js";
import { sync } from "./switches/sync.js";
import { tasks } from "./switches/tasks.js";
import { threads } from "./switches/threads.js";

/** The CPython releases that can be simulated, oldest first. */
export const versions = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.2"] as const;
export type Version = (typeof versions)[number];

/** The release that is simulated unless another is named. */
export const defaultVersion: Version = "3.13.0";

/** All behaviours that differ between versions, by name. */
export const switches = {
  ...tasks,
  ...loops,
  ...threads,
  ...queues,
  ...pools,
  ...language,
  ...sync,
  ...combinators,
  ...generators,
  ...groups,
};
export type SwitchName = keyof typeof switches;

/** One CPython release as a set of named switches. */
export interface Profile extends Readonly<Record<SwitchName, boolean>> {
  readonly version: Version;
  /** The minor version number: 13 for 3.13.0. */
  readonly minor: number;
}

/**
 * A release, where some switches may stand as another one has them.
 * @param turned the names of those that stand the other way
 */
export function profileWith(version: Version, turned: ReadonlySet<SwitchName> = new Set()): Profile {
  const minor = Number(version.split(".")[1]);
  // A copy of an object with all the names keeps them in fixed places, unlike one that gets them one by one: it is read at each step.
  const profile: Record<string, unknown> = { version, minor, ...switches };
  for (const name of Object.keys(switches) as SwitchName[]) {
    const rule: Switch = switches[name];
    profile[name] = rule.holds(minor) !== turned.has(name);
  }
  return profile as unknown as Profile;
}

const profiles = new Map<string, Profile>();
for (const version of versions) {
  const profile = profileWith(version);
  profiles.set(version, profile);
  profiles.set(`3.${String(profile.minor)}`, profile);
}

/**
 * The profile of a CPython version.
 * @param name a full version such as `3.13.0`, or a minor one such as `3.13`
 * @throws UsageError `unknown Python version "3.7": known are …`
 */
export function profileOf(name: string): Profile {
  const profile = profiles.get(name);
  if (profile === undefined) {
    throw new UsageError(`unknown Python version ${JSON.stringify(name)}: known are ${versions.join(", ")}`);
  }
  return profile;
}
