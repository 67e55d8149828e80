/** What a Python program is run with: its file, its options, and the job that they make. */
import { accessSync, constants, statSync } from "node:fs";
import { resolve } from "node:path";
import { checkModelOptions, checkWhole } from "../explore/options.js";
import { UsageError } from "../kernel/errors.js";
import type { ClockModel, Timing } from "../kernel/kernel.js";
import type { AgentOptions } from "./agent.js";
import type { InterpreterOptions, PythonInterpreter } from "./interpreters.js";
import { type JobBody, OWN_FILES } from "./protocol.js";

/** What every run of a Python program can be told. */
export interface PythonOptions extends InterpreterOptions, AgentOptions {
  /** The program's arguments. */
  readonly argv?: readonly string[];
  /** As for the simulator: `linux` unless told. */
  readonly clock?: ClockModel;
  /** As for the simulator: `punctual` unless told. */
  readonly timing?: Timing;
  /** As for the simulator: `terminal` unless told. */
  readonly stdout?: JobBody["stdout"];
  /** asyncio's debug mode from the beginning, as PYTHONASYNCIODEBUG=1 sets it. */
  readonly debug?: boolean;
  /** How many visible operations a run may take. */
  readonly maxSteps?: number;
  /** How far the virtual clock may go, in seconds: 100,000,000 unless told. */
  readonly maxTime?: number;
  /** How many threads may be started in one run: 10,000 unless told. */
  readonly maxThreads?: number;
  /**
   * Makes every source line a scheduling point, so that threads can also be preempted between two visible operations: `true` for the program's own
   * files, or a list of modules by name, in which `program` stands for the program's own files and `asyncio` also for `asyncio.tasks`.
   */
  readonly lines?: boolean | readonly string[];
  /** Makes every bytecode one instead of every line; without `lines`, of the program's own files. */
  readonly opcodes?: boolean;
  /** Is told which interpreter was taken, before the program runs. */
  readonly onInterpreter?: (interpreter: PythonInterpreter) => void;
}

/** What {@link jobBody} fills in. */
export interface Defaults {
  readonly maxSteps: number;
  readonly trace: boolean;
}

/**
 * Checks a program and its options and makes of them what every job of it has.
 * @param program the path of its file
 * @throws UsageError one line for the first mistake
 */
export function jobBody(program: string, options: PythonOptions, defaults: Defaults): JobBody {
  const { argv = [], cwd = process.cwd(), clock = "linux", timing = "punctual", stdout = "terminal" } = options;
  checkModelOptions({
    ...given("clock", options.clock),
    ...given("timing", options.timing),
    ...given("stdout", options.stdout),
    ...given("maxSteps", options.maxSteps),
    ...given("maxTime", options.maxTime),
    ...given("maxThreads", options.maxThreads),
  });
  checkWallLimit(options.wallLimit);
  return {
    program: checkProgram(program, cwd),
    argv,
    cwd: resolve(cwd),
    clock,
    timing,
    stdout,
    debug: options.debug ?? false,
    maxSteps: countable(options.maxSteps ?? defaults.maxSteps),
    maxTime: Math.min(options.maxTime ?? 100_000_000, Number.MAX_VALUE),
    maxThreads: countable(options.maxThreads ?? 10_000),
    lines: modules(options),
    opcodes: options.opcodes ?? false,
    trace: defaults.trace,
  };
}

/** `Infinity` cannot be written in JSON. */
function countable(limit: number): number {
  return Math.min(limit, Number.MAX_SAFE_INTEGER);
}

function given<K extends string, V>(name: K, value: V | undefined): Readonly<Partial<Record<K, V>>> {
  return (value === undefined ? {} : { [name]: value }) as Partial<Record<K, V>>;
}

function modules({ lines = false, opcodes = false }: PythonOptions): readonly string[] | null {
  if (typeof lines !== "boolean") {
    const wrong = lines.find((name) => !/^[\p{L}_]\w*(?:\.[\p{L}_]\w*)*$/u.test(name));
    if (wrong === undefined) return lines.length === 0 ? null : lines;
    throw new UsageError(`${JSON.stringify(wrong)} is no name of a module; write such as threading or ${OWN_FILES}`);
  }
  return lines || opcodes ? [OWN_FILES] : null;
}

function checkWallLimit(wallLimit: number | undefined): void {
  if (wallLimit === undefined || wallLimit > 0) return;
  throw new UsageError(`wallLimit is ${String(wallLimit)}; it must be a number of seconds above 0`);
}

/** The absolute path of a program. @throws UsageError when there is no such file, or it cannot be read */
function checkProgram(program: string, cwd: string): string {
  const path = resolve(cwd, program);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new UsageError(`${program}: there is no such file; name a Python program`);
  if (found.isDirectory()) {
    throw new UsageError(
      `${program}: this is a folder; name the program in it, such as ${program.replace(/[\\/]+$/, "")}/program.py`,
    );
  }
  if (!found.isFile()) throw new UsageError(`${program}: this is no regular file; name a Python program`);
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new UsageError(`${program}: it may not be read`);
  }
  return path;
}

/** Checks a number of executions at a time. @throws UsageError `jobs is 0; it must be a whole number from 1 on` */
export function checkJobs(jobs: number | undefined): void {
  checkWhole("jobs", jobs, 1);
}
