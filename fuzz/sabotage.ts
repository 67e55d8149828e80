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
const copied = ["src", "spec", "traces", "fuzz", "tools", "package.json", "tsconfig.json", "vitest.config.ts"];

/** How long each may look, in milliseconds. */
const LIMIT = 60_000;

/** Words of a run of the fuzzer. */
const fuzzer = [process.execPath, "tools/run.js", "fuzz/main.ts", "--no-shrink", "--runs"] as const;

/** Who looks for it, in turn. */
const finders = [
  {
    name: "recordings",
    command: ["npx", "vitest", "run", "spec/conformance/recorded.spec.ts", "--bail", "1"],
    asks: "nobody",
  },
  { name: "fuzzer, one thread", command: [...fuzzer, "2500", "--single"], asks: "oldest and newest" },
  { name: "fuzzer, threads", command: [...fuzzer, "2500", "--threads"], asks: "newest" },
] as const;

/**
 * Makes a mistake in a copy of the sources.
 * @returns what takes it back
 * @throws Error when what is to be changed is no longer there
 */
function sabotage(copy: string, { name, file, changes }: Mutation): () => void {
  const path = join(copy, file);
  const right = readFileSync(path, "utf8");
  let wrong = right;
  for (const [from, to] of changes) {
    if (wrong.split(from).length !== 2) throw new Error(`${name}: ${file} does not have once: ${from}`);
    wrong = wrong.replace(from, () => to);
  }
  writeFileSync(path, wrong);
  return () => {
    writeFileSync(path, right);
  };
}

interface Found {
  readonly finder: string;
  readonly seconds: number;
}

/**
 * Who finds the mistake in a copy, and after how many seconds.
 * @param everybody whether to go on when one has found it
 */
function findIt(copy: string, pythons: readonly string[], everybody: boolean): Found[] {
  const found: Found[] = [];
  const [oldest = "", newest = ""] = [pythons.at(0), pythons.at(-1)];
  const versions = {
    nobody: [],
    newest: ["--profile", newest],
    "oldest and newest": ["--profile", `${oldest},${newest}`],
  };
  for (const { name, command, asks } of finders) {
    if (asks !== "nobody" && pythons.length === 0) continue;
    const begun = performance.now();
    const [program, ...words] = command;
    const options = { cwd: copy, timeout: LIMIT, killSignal: "SIGKILL", stdio: "ignore" } as const;
    const { status, error } = spawnSync(program, [...words, ...versions[asks]], options);
    if (error !== undefined && (error as NodeJS.ErrnoException).code !== "ETIMEDOUT") throw error;
    if (status === 1) found.push({ finder: name, seconds: (performance.now() - begun) / 1000 });
    if (status === 1 && !everybody) break;
  }
  return found;
}

/** Makes each mistake in turn. @returns how many nobody found */
function tryAll(copy: string, pythons: readonly string[], everybody: boolean): number {
  const innocent = findIt(copy, pythons, false)[0];
  if (innocent !== undefined) throw new Error(`the sources without a mistake do not pass: ${innocent.finder}`);
  let survived = 0;
  for (const mutation of mutations) {
    const mend = sabotage(copy, mutation);
    const found = findIt(copy, pythons, everybody);
    mend();
    if (found.length === 0) survived++;
    const results = found.map(({ finder, seconds }) => `${finder} ${seconds.toFixed(0)} s`);
    process.stdout.write(`${mutation.name.padEnd(72)} ${results.length === 0 ? "NOT FOUND" : results.join(", ")}\n`);
  }
  return survived;
}

/** @returns the exit code: 0 when every mistake was found, 1 when one was not, 2 when it cannot run as told */
async function main(args: readonly string[]): Promise<number> {
  const wrong = args.find((word) => word !== "--all");
  if (wrong !== undefined) {
    process.stderr.write(`error: ${wrong}: the only option is --all, which lets everybody look for each mistake\n`);
    return 2;
  }
  const pythons = (await interpretersAtHand()).map(({ version }) => version);
  const who = pythons.length === 0 ? "none, so only the recordings look" : pythons.join(", ");
  process.stdout.write(`CPythons at hand: ${who}\n`);
  const copy = mkdtempSync(join(tmpdir(), "interloop-sabotage-"));
  try {
    for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    const survived = tryAll(copy, pythons, args.length > 0);
    const total = String(mutations.length);
    process.stdout.write(
      survived === 0 ? `all ${total} were found\n` : `${String(survived)} of ${total} were not found\n`,
    );
    return survived === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

process.exit(await main(process.argv.slice(2)));
