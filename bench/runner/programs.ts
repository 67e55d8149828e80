// The programs of both sides: how each becomes a command, and what it says when it has run.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import type { Python } from "./python.js";
import type { Workload } from "./workloads.js";

/** A program with its arguments, ready to be started as a process of its own. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** What one run of a program measured. */
export interface Sample {
  /** Operations per second. */
  readonly rate: number;
  /** Bytes per operation, where the program measures its memory; else null. */
  readonly bytes: number | null;
}

/** Where the programs are, where their bundles go, and how large they are to run. */
export interface Setting {
  readonly bench: string;
  readonly cache: string;
  /** The part of each workload's operations that is run; 1 is all of them. */
  readonly scale: number;
}

function argumentsOf(workload: Workload, setting: Setting): string[] {
  return [String(setting.scale), ...(workload.variant === null ? [] : [workload.variant])];
}

/**
 * Bundles one TypeScript program with everything that it imports, so that nothing is compiled while it is measured.
 *
 * @throws Error with the first thing that does not compile
 */
function bundle(source: string, name: string, setting: Setting): string {
  const outfile = join(setting.cache, `${name}.js`);
  try {
    buildSync({
      entryPoints: [source],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      alias: { interloop: join(setting.bench, "..", "src", "index.ts") },
      logLevel: "silent",
    });
  } catch (error) {
    // The message is a heading, then one line for each mistake.
    const [heading, first] = String(error).split("\n");
    throw new Error(first ?? heading, { cause: error });
  }
  return outfile;
}

/**
 * Our side of a workload, bundled from the sources as they are now.
 *
 * @throws Error when the program or the library does not compile
 */
export function interloopCommand(workload: Workload, setting: Setting): Command {
  const source = join(setting.bench, "interloop", `${workload.program}.ts`);
  const file = bundle(source, `interloop-${workload.program}`, setting);
  // Memory can only be measured when the program may ask for a collection; no other program gets this option.
  const options = workload.memory === null ? [] : ["--expose-gc"];
  return { file: process.execPath, args: [...options, file, ...argumentsOf(workload, setting)] };
}

/** The peer's side of a workload; null when its peer is CPython and there is none. */
export function peerCommand(workload: Workload, setting: Setting, python: Python | null): Command | null {
  if (workload.peer === "fast-check") {
    const file = bundle(join(setting.bench, "peers", "fast_check_scheduler.ts"), "fast_check_scheduler", setting);
    return { file: process.execPath, args: [file, ...argumentsOf(workload, setting)] };
  }
  if (python === null) return null;
  const file = join(setting.bench, "cpython", `${workload.program}.py`);
  if (!existsSync(file)) throw new Error(`${file} is missing`);
  return { file: python.executable, args: ["-B", file, ...argumentsOf(workload, setting)] };
}

function isLine(value: unknown): value is { operations: number; seconds: number; bytes?: number } {
  if (typeof value !== "object" || value === null) return false;
  const line = value as Record<string, unknown>;
  return typeof line["operations"] === "number" && typeof line["seconds"] === "number" && line["seconds"] > 0;
}

/** The sample in the line that a program printed last; null when that is no such line. */
function parseSample(stdout: string): Sample | null {
  try {
    const value: unknown = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
    if (!isLine(value)) return null;
    const { operations, seconds, bytes } = value;
    return { rate: operations / seconds, bytes: bytes === undefined ? null : bytes / operations };
  } catch {
    return null;
  }
}

/** The line of a program's standard error that says what went wrong: an error's own line, else the last one, if any. */
function complaint(stderr: string): string | undefined {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  return lines.findLast((line) => /^\w*(Error|Exception)\b/.test(line)) ?? lines.at(-1);
}

/**
 * Runs a program to its end in a process of its own.
 *
 * @throws Error with what the program wrote to standard error, in one line, when it fails or prints no result
 */
export function sample(command: Command): Sample {
  const result = spawnSync(command.file, command.args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  if (result.error !== undefined) throw result.error;
  const measured = result.status === 0 ? parseSample(result.stdout) : null;
  if (measured === null) {
    const exit = result.signal ?? `exit code ${String(result.status)}`;
    throw new Error(complaint(result.stderr) ?? `it printed no result (${exit})`);
  }
  return measured;
}
