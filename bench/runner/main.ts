// The runner behind `npm run bench`: options in, measurements out.
import { join } from "node:path";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { type Listener, measure, type Row } from "./measure.js";
import { findPython, type Python, REFERENCE_VERSION } from "./python.js";
import { formatJson, formatTable } from "./table.js";
import { selectWorkloads, type Workload, workloads } from "./workloads.js";

interface Options {
  readonly json?: boolean;
  readonly only?: readonly Workload[];
  readonly rounds: number;
  readonly scale: number;
}

function parseRounds(text: string): number {
  const rounds = Number(text);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 100) {
    throw new InvalidArgumentError("It must be a whole number from 1 to 100.");
  }
  return rounds;
}

function parseScale(text: string): number {
  const scale = Number(text);
  if (!(scale > 0 && scale <= 1)) throw new InvalidArgumentError("It must be a number above 0 and at most 1.");
  return scale;
}

function parseOnly(text: string): readonly Workload[] {
  try {
    return selectWorkloads(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}

function parseOptions(args: readonly string[]): Options {
  return new Command("npm run bench --")
    .description("Measures Interloop beside CPython: the same programs, in turn, each in its own process.")
    .option("--json", "print an array of {name, interloop, cpython, ratio, unit}")
    .option("--only <names>", "measure these workloads only, such as W1,W3b (default: all)", parseOnly)
    .option("--rounds <number>", "run each side so many times and take the median", parseRounds, 3)
    .option("--scale <part>", "run only this part of each workload", parseScale, 1)
    .exitOverride()
    .parse([...args], { from: "user" })
    .opts<Options>();
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Shows on a terminal which program runs now; failures are shown everywhere and counted. */
class Progress implements Listener {
  failures = 0;
  readonly #rounds: number;
  readonly #terminal = process.stderr.isTTY;

  constructor(rounds: number) {
    this.#rounds = rounds;
  }

  started(workload: Workload, side: string, round: number): void {
    this.#replaceLine(`${workload.name}, round ${String(round)} of ${String(this.#rounds)}: ${side}`);
  }

  failed(workload: Workload, side: string, error: Error): void {
    this.failures += 1;
    this.#replaceLine("");
    say(`${workload.name}: the program for ${side} failed: ${error.message.trim().split("\n", 1)[0] ?? ""}`);
  }

  finished(): void {
    this.#replaceLine("");
  }

  #replaceLine(text: string): void {
    if (this.#terminal) process.stderr.write(`\r\u001b[K${text}`);
  }
}

function describePython(python: Python | null): string {
  if (python === null) {
    return (
      "no CPython was found, so there are no ratios: " +
      `install python${REFERENCE_VERSION} or set INTERLOOP_PYTHON to the interpreter to use`
    );
  }
  const used = `beside CPython ${python.version} (${python.executable})`;
  return python.version.startsWith(`${REFERENCE_VERSION}.`)
    ? used
    : `${used}; the targets hold for CPython ${REFERENCE_VERSION}`;
}

/**
 * Runs the benchmarks.
 *
 * @param args - the options, as the user wrote them
 * @param bench - the folder that holds the programs
 * @returns the exit code: 0 when everything ran, 1 when a program failed or computed a wrong result, 2 for wrong options
 */
function main(args: readonly string[], bench: string): number {
  try {
    const { json = false, only = workloads, rounds, scale } = parseOptions(args);
    const python = findPython();
    say(`Node ${process.versions.node} ${describePython(python)}`);
    const progress = new Progress(rounds);
    const setting = { bench, cache: join(bench, "..", "node_modules", ".cache", "interloop-bench"), scale };
    const rows: Row[] = only.flatMap((workload) => measure(workload, setting, python, rounds, progress));
    progress.finished();
    process.stdout.write(json ? formatJson(rows) : formatTable(rows));
    return progress.failures === 0 ? 0 : 1;
  } catch (error) {
    // Commander has written its message already; it also ends this way after printing the help, with exit code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    say(`error: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2), join(import.meta.dirname, ".."));
