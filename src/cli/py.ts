/** The commands `py run`, `py explore` and `py replay`: a Python program on a real interpreter. */
import { hasEscapes, toBytes } from "../bridge/bytes.js";
import { PythonExploration } from "../bridge/explore.js";
import type { PythonInterpreter } from "../bridge/interpreters.js";
import type { PythonOptions } from "../bridge/program.js";
import { OWN_FILES } from "../bridge/protocol.js";
import { type PythonRun, replayPython, runPython } from "../bridge/run.js";
import { isLost, type Outcome, type Report } from "../explore/report.js";
import { exitCode } from "../kernel/ending.js";
import { formatJsonl } from "../trace/jsonl.js";
import { formatText } from "../trace/text.js";
import { type ExploreCommandOptions, modelFlags, scheduleWord, SHOWN, toJson, verdictCodes } from "./explore.js";
import { writeText } from "./files.js";
import type { Io, Sink } from "./io.js";
import type { ModelOptions, OutputOptions } from "./options.js";
import { formatReport } from "./outcomes.js";
import { ProgressLine } from "./progress.js";
import type { RunCommandOptions } from "./run.js";
import { coloursFor, inOptions, shellWord } from "./words.js";

/** The options of every command of `py`. */
export interface PyOptions extends ModelOptions {
  /** The interpreters to choose from. */
  readonly pythonExe?: readonly string[];
  /** Every line of the program's own files is a scheduling point. */
  readonly lines?: boolean;
  /** So is every line of these modules. */
  readonly linesOf?: readonly string[];
  readonly opcodes?: boolean;
  /** In seconds of real time. */
  readonly wallLimit?: number;
}

/** A program and its arguments, as the user gave them. */
export interface PyProgram {
  readonly file: string;
  readonly args: readonly string[];
}

/**
 * Runs a Python program once.
 * @returns the exit code: see `exitCode`
 * @throws UsageError for wrong input, and where there is no interpreter
 */
export async function pyRunCommand(
  program: PyProgram,
  options: PyOptions & RunCommandOptions,
  io: Io,
): Promise<number> {
  const { seed, schedule } = options;
  const model = { ...libraryOptions(program, options, io), trace: isTraced(options) };
  const run =
    schedule === undefined
      ? await runPython(program.file, seed === undefined ? model : { ...model, seed })
      : await replayPython(program.file, schedule, model);
  if (options.trace !== undefined && run.trace !== null) {
    writeText("--trace", options.trace, io.cwd, formatJsonl(run.trace));
  }
  write(io.stdout, shown(run, options.format));
  write(io.stderr, run.stderr + complaint(run));
  return exitCode(run.ending);
}

/**
 * Explores a Python program and prints what it finds, also when the user ends it early.
 * @returns the exit code: see `verdictCodes`
 * @throws UsageError for wrong input, and where there is no interpreter
 */
export async function pyExploreCommand(
  program: PyProgram,
  options: PyOptions & ExploreCommandOptions,
  io: Io,
): Promise<number> {
  const begun = io.now();
  const report = await explore(program, options, io);
  const seconds = Math.round((io.now() - begun) * 1000) / 1000;
  if (options.json === true) {
    io.stdout.write(`${JSON.stringify(toJson(report, program.file, seconds), null, 2)}\n`);
  } else {
    const replay = (outcome: Outcome): string => replayLine(outcome, report, program, options, io);
    const frame = { seconds, replay, show: options.all === true ? Infinity : SHOWN };
    io.stdout.write(formatReport(report, frame, coloursFor(io.stdout, io)));
  }
  return verdictCodes[report.verdict];
}

async function explore(program: PyProgram, options: PyOptions & ExploreCommandOptions, io: Io): Promise<Report> {
  const { strategy, preemptions, seed, max } = options;
  const interrupted = new AbortController();
  const takeBack = io.onInterrupt(() => {
    interrupted.abort();
  });
  const line = new ProgressLine(io);
  const exploration = await PythonExploration.start(program.file, {
    ...libraryOptions(program, options, io),
    ...(strategy === undefined ? {} : { strategy }),
    ...(preemptions === undefined ? {} : { preemptions }),
    ...(seed === undefined ? {} : { seed }),
    ...(max === undefined ? {} : { maxExecutions: max }),
    signal: interrupted.signal,
    progressEvery: 1,
    onProgress: (progress) => {
      line.update(progress);
    },
  });
  try {
    await exploration.run();
    return exploration.report();
  } finally {
    line.clear();
    takeBack();
    await exploration.close();
  }
}

/** The options of the command line as the library takes them. */
function libraryOptions({ args }: PyProgram, options: PyOptions, io: Io): PythonOptions {
  const { python, pythonExe, clock, timing, stdout, debug, maxSteps, maxTime, maxThreads, wallLimit } = options;
  return {
    argv: args,
    cwd: io.cwd,
    env: io.env,
    onInterpreter: (interpreter) => {
      io.stderr.write(embeddedLine(interpreter));
    },
    lines: modules(options),
    opcodes: options.opcodes === true,
    ...(python === undefined ? {} : { python }),
    ...(pythonExe === undefined ? {} : { pythonExe }),
    ...(clock === undefined ? {} : { clock }),
    ...(timing === undefined ? {} : { timing }),
    ...(stdout === undefined ? {} : { stdout }),
    ...(debug === undefined ? {} : { debug }),
    ...(maxSteps === undefined ? {} : { maxSteps }),
    ...(maxTime === undefined ? {} : { maxTime }),
    ...(maxThreads === undefined ? {} : { maxThreads }),
    ...(wallLimit === undefined ? {} : { wallLimit }),
  };
}

/** What is said of an interpreter that is not the user's; empty for others. */
export function embeddedLine({ version, embedded }: PythonInterpreter): string {
  return embedded === true
    ? `interloop: no right Python was found: this is CPython ${version} of the npm package pyodide, without threads\n`
    : "";
}

function modules({ lines = false, linesOf = [] }: PyOptions): boolean | readonly string[] {
  return linesOf.length === 0 ? lines : [...(lines ? [OWN_FILES] : []), ...linesOf];
}

function isTraced({ trace, format }: OutputOptions): boolean {
  return trace !== undefined || format !== undefined;
}

function shown(run: PythonRun, format: OutputOptions["format"]): string {
  if (run.trace === null || format === undefined) return run.output;
  return format === "text" ? formatText(run.trace) : formatJsonl(run.trace);
}

/** What the program itself does not say about how it ended; empty when Python has said it. */
function complaint({ ending, endingText }: PythonRun): string {
  const said = ending.kind === "returned" || ending.kind === "exited" || ending.kind === "raised";
  return said ? "" : `interloop: ${inOptions(endingText)}\n`;
}

/** Writes exactly the bytes that a program wrote. */
function write(sink: Sink, text: string): void {
  sink.write(hasEscapes(text) ? toBytes(text) : text);
}

/** The command that runs an outcome's schedule again, to be pasted into a shell. */
function replayLine(
  outcome: Outcome,
  report: Report,
  { file, args }: PyProgram,
  options: PyOptions & ExploreCommandOptions,
  io: Io,
): string {
  const { pythonExe = [], lines, linesOf = [], opcodes, wallLimit } = options;
  const flags = [
    ...modelFlags(outcome, report, options),
    ...pythonExe.flatMap((path) => ["--python-exe", shellWord(path)]),
    ...(lines === true ? ["--lines"] : []),
    ...(linesOf.length > 0 ? ["--lines-of", shellWord(linesOf.join(","))] : []),
    ...(opcodes === true ? ["--opcodes"] : []),
    ...(wallLimit !== undefined && isLost(outcome.ending) ? ["--wall-limit", String(wallLimit)] : []),
  ];
  // What stands after the program is the program's own.
  return [io.command, "py", "replay", ...flags, shellWord(file), scheduleWord(outcome), ...args.map(shellWord)].join(
    " ",
  );
}
