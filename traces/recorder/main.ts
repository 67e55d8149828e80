/**
 * `npm run traces:record [-- CASE…]`: records the cases on every reference interpreter that is found. Everything is decided by schedules and a virtual
 * clock, so a second recording changes nothing.
 */
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { startAgent } from "../../src/bridge/start.js";
import { versions } from "../../src/interpreter/profile.js";
import { UsageError } from "../../src/kernel/errors.js";
import { covers, record, references } from "./record.js";
import { readRecordings, type Recording, programHash, writeRecordings } from "./recording.js";

const root = resolve("traces");

/** The folders of the cases that are named, or of all. */
function folders(names: readonly string[]): string[] {
  const all = readdirSync(root).filter((name) => existsSync(join(root, name, "program.py")));
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new UsageError(`no such case: ${unknown.join(", ")}; the cases are the folders of traces/`);
  return [...(names.length > 0 ? names : all)].sort().map((name) => join(root, name));
}

/** What earlier recordings of the very same program say of interpreters that are not at hand. */
function kept(folder: string, live: ReadonlySet<string>): [string, Recording][] {
  const hash = programHash(folder);
  return readRecordings(folder)
    .filter(({ program }) => program === hash)
    .flatMap(({ cpython, usual, draws }) =>
      cpython
        .filter((version) => !live.has(version))
        .map((version): [string, Recording] => [version, { usual, draws }]),
    );
}

async function main(names: readonly string[]): Promise<void> {
  const known: readonly string[] = versions;
  const interpreters = await references();
  const live = new Set(interpreters.map(({ version }) => version));
  process.stdout.write(`interpreters: ${[...live].join(", ") || "none"}\n`);
  const cases = folders(names);
  const recorded = new Map(cases.map((folder) => [folder, new Map(kept(folder, live))]));
  for (const interpreter of interpreters) {
    const agent = await startAgent(interpreter, { trace: true });
    try {
      for (const folder of cases) {
        if (!covers(folder, interpreter.version)) continue;
        const recording = await record(agent, folder);
        if (recording !== null) recorded.get(folder)?.set(interpreter.version, recording);
      }
    } finally {
      await agent.close();
    }
  }
  let changed = 0;
  for (const [folder, byVersion] of recorded) {
    const sorted = [...byVersion].sort(([a], [b]) => known.indexOf(a) - known.indexOf(b));
    if (writeRecordings(folder, new Map(sorted))) changed++;
  }
  process.stdout.write(`${String(cases.length)} cases, ${String(changed)} changed\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`error: ${error.message}\n`);
  process.exitCode = 2;
}
