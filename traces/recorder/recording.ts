/**
 * What is kept of a case: how a real CPython behaves under the scheduler of the simulator, on the default schedule with all events, on a few random ones with a
 * digest of the events, and which outcomes it has. Versions that behave alike share a file, which is named after the oldest of them.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Behaviour } from "../../src/judge/behaviour.js";
import { type CanonicalEvent, lineOf } from "../../src/judge/canonical.js";

/** The version of the files' shape. */
export const RECORDING_SCHEMA = 1;

/** One run on a random schedule. */
export interface Draw {
  readonly seed: number;
  readonly schedule: string;
  readonly ending: string;
  readonly output: string;
  readonly stderr: string;
  /** SHA-256 of the events as lines. */
  readonly events: string;
}

/** How one or more versions behave. */
export interface Recording {
  /** On the default schedule. */
  readonly usual: Behaviour;
  /** On random schedules; empty where there is nothing to choose. */
  readonly draws: readonly Draw[];
}

/** A recording with the versions that it is of, and the program's hash. */
export interface RecordingFile extends Recording {
  readonly schema: typeof RECORDING_SCHEMA;
  /** SHA-256 of `program.py`. */
  readonly program: string;
  /** The full versions. */
  readonly cpython: readonly string[];
}

/** How many random schedules are recorded. */
export const SEEDS = 8;

/** A run on a random schedule, with its events as a digest. */
export function drawOf(seed: number, behaviour: Behaviour): Draw {
  const { schedule, ending, output, stderr, events } = behaviour;
  const digest = createHash("sha256").update(events.map(lineOf).join("\n")).digest("hex");
  return { seed, schedule, ending, output, stderr, events: digest };
}

/** The hash of a case's program. */
export function programHash(folder: string): string {
  return createHash("sha256")
    .update(readFileSync(join(folder, "program.py")))
    .digest("hex");
}

const NAME = /^cpython-\d+\.\d+\.\d+\.json$/;

/** All recordings of a case. */
export function readRecordings(folder: string): RecordingFile[] {
  const names = readdirSync(folder).filter((name) => NAME.test(name));
  return names.sort().map((name) => parse(readFileSync(join(folder, name), "utf8")));
}

/** Writes the recordings of a case, given by version, and removes those that are no longer needed. @returns whether anything has changed */
export function writeRecordings(folder: string, recorded: ReadonlyMap<string, Recording>): boolean {
  const program = programHash(folder);
  const groups = new Map<string, { readonly recording: Recording; readonly versions: string[] }>();
  for (const [version, recording] of recorded) {
    const key = JSON.stringify(recording);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { recording, versions: [version] });
    else group.versions.push(version);
  }
  const files = new Map<string, string>();
  for (const { recording, versions } of groups.values()) {
    files.set(`cpython-${versions[0] ?? ""}.json`, format(program, versions, recording));
  }
  let changed = false;
  // What is new is whole before it takes the place of what was there, and nothing goes away before: a full disk or Ctrl-C loses nothing.
  for (const [name, text] of files) {
    const path = join(folder, name);
    if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
    changed = true;
  }
  for (const name of readdirSync(folder)) {
    if (!NAME.test(name) || files.has(name)) continue;
    rmSync(join(folder, name));
    changed = true;
  }
  return changed;
}

/** One event as it is written: a row without names. */
type Row = readonly [time: number, thread: number, kind: string, cause: number | null, fields: object];

/** A file with one line for each event and each random schedule, so that a change of it can be read. */
function format(program: string, cpython: readonly string[], { usual, draws }: Recording): string {
  const { events, ...rest } = usual;
  const rows = events.map(({ time, thread, kind, cause, fields }): Row => [time, thread, kind, cause, fields]);
  const list = (items: readonly unknown[]): string =>
    items.length === 0 ? "[]" : `[\n${items.map((item) => `  ${JSON.stringify(item)}`).join(",\n")}\n]`;
  const head = JSON.stringify({ schema: RECORDING_SCHEMA, program, cpython, usual: rest }).slice(0, -1);
  return `${head},\n"events": ${list(rows)},\n"draws": ${list(draws)}}\n`;
}

function parse(text: string): RecordingFile {
  const { events, usual, ...rest } = JSON.parse(text) as Omit<RecordingFile, "usual"> & {
    readonly usual: Omit<Behaviour, "events">;
    readonly events: readonly Row[];
  };
  const whole = events.map(
    ([time, thread, kind, cause, fields], at) => ({ seq: at + 1, time, thread, kind, cause, fields }) as CanonicalEvent,
  );
  return { ...rest, usual: { ...usual, events: whole } };
}
