/** The runner behind `npm run sabotage`: puts one mistake after the other into copies of the sources, and shows who finds it. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folder as here } from "./folder.js";
import { interpretersAtHand } from "./judge.js";
import { type Mutation, mutations } from "./mutations.js";

const root = join(here, "..");

/** What a copy needs for the fuzzer and for the recordings. */
const copied = ["src", "spec", "traces", "fuzz", "package.json", "tsconfig.json", "vitest.config.ts"];

/** How long a mistake may live, in milliseconds. */
const LIMIT = 60_000;

/** Who looks for it, the quickest first. The fuzzer takes a version with few and one with many features. */
const finders = [
  {
    name: "recordings",
    command: ["npx", "vitest", "run", "spec/conformance/recorded.spec.ts", "--bail", "1"],
    pythons: false,
  },
  {
    name: "fuzzer, one thread",
    command: [process.execPath, "fuzz/run.js", "main.ts", "--single", "--runs", "2500"],
    pythons: true,
  },
  {
    name: "fuzzer, threads",
    command: [process.execPath, "fuzz/run.js", "main.ts", "--threads", "--runs", "1500"],
    pythons: true,
  },
] as const;

/** The sources with a mistake in them. @throws Error when what is to be changed is no longer there */
function sabotage(copy: string, { name, file, changes }: Mutation): void {
  let text = readFileSync(join(root, file), "utf8");
  for (const [from, to] of changes) {
    if (text.split(from).length !== 2) throw new Error(`${name}: ${file} does not have once: ${from}`);
    text = text.replace(from, () => to);
  }
  writeFileSync(join(copy, file), text);
}

/** Who finds the mistake in a copy, and when, in seconds; null for nobody. */
function findIt(copy: string, pythons: readonly string[]): { finder: string; seconds: number } | null {
  const begun = performance.now();
  const [oldest = "", newest = ""] = [pythons.at(0), pythons.at(-1)];
  for (const finder of finders) {
    const left = LIMIT - (performance.now() - begun);
    if (left <= 0 || (finder.pythons && pythons.length === 0)) continue;
    const [program, ...words] = finder.command;
    const versions = finder.pythons ? ["--profile", oldest === newest ? newest : `${oldest},${newest}`] : [];
    const options = { cwd: copy, timeout: left, killSignal: "SIGKILL", stdio: "ignore" } as const;
    const { status, error } = spawnSync(program, [...words, ...versions], options);
    // A run that hangs has found it, too: nothing that is right takes so long.
    if (status === 1) return { finder: finder.name, seconds: (performance.now() - begun) / 1000 };
    if (error !== undefined && (error as NodeJS.ErrnoException).code !== "ETIMEDOUT") throw error;
  }
  return null;
}

/** @returns the exit code: 0 when every mistake was found, 1 when one was not, 2 when one cannot be made any more */
async function main(): Promise<number> {
  const pythons = (await interpretersAtHand()).map(({ version }) => version);
  process.stdout.write(
    `CPythons at hand: ${pythons.length === 0 ? "none, so only the recordings look" : pythons.join(", ")}\n`,
  );
  const copy = mkdtempSync(join(tmpdir(), "interloop-sabotage-"));
  let survived = 0;
  try {
    for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    for (const mutation of mutations) {
      sabotage(copy, mutation);
      const found = findIt(copy, pythons);
      if (found === null) survived++;
      const result = found === null ? "NOT FOUND" : `${found.finder}, ${found.seconds.toFixed(0)} s`;
      process.stdout.write(`${mutation.name.padEnd(70)} ${result}\n`);
      cpSync(join(root, mutation.file), join(copy, mutation.file));
    }
  } catch (error) {
    process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  } finally {
    rmSync(copy, { recursive: true });
  }
  process.stdout.write(
    survived === 0 ? `all ${String(mutations.length)} were found\n` : `${String(survived)} were not found\n`,
  );
  return survived === 0 ? 0 : 1;
}

process.exit(await main());
