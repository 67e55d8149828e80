/** Finds the interpreters of this machine, and the one that a user wants. */
import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { basename, delimiter, isAbsolute, join, resolve, sep } from "node:path";
import { defaultVersion, versions } from "../interpreter/profile.js";
import { UsageError } from "../kernel/errors.js";
import { ask, type PythonInterpreter, RIGHT } from "./probe.js";
import { findPyodide } from "./pyodide.js";

export type { PythonInterpreter } from "./probe.js";

/** Where to look, and for what. */
export interface InterpreterOptions {
  /** Executables to choose from, instead of those that can be found. */
  readonly pythonExe?: string | readonly string[];
  /** A version: minor (`3.13`) or full (`3.13.0`). */
  readonly python?: string;
  /** The folder against which paths are resolved: that of the process unless told. */
  readonly cwd?: string;
  /** Environment variables: INTERLOOP_PYTHON, PATH, PYENV_ROOT; those of the process unless told. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Whether the CPython of the npm package `pyodide` may stand in where no right interpreter is found: unless told, it may. */
  readonly pyodide?: boolean;
}

/** The newest minor version that is looked for by name. */
const NEWEST_NAMED = 15;

const NAMES: readonly string[] = [
  "python3",
  ...Array.from({ length: NEWEST_NAMED - 7 }, (_, at) => `python3.${String(at + 8)}`),
  "python",
];

/** The minor version of the simulator's default. */
const DEFAULT_MINOR = minorOf(defaultVersion);

/**
 * All interpreters that can be used: those of INTERLOOP_PYTHON first, then those on PATH, then pyenv's. What is found by itself and cannot be
 * used is left out.
 * @throws UsageError for an interpreter that was named, by `pythonExe` or INTERLOOP_PYTHON, and cannot be used
 */
export async function findInterpreters(options: InterpreterOptions = {}): Promise<PythonInterpreter[]> {
  const named = await askNamed(options);
  if (options.pythonExe !== undefined) return distinct(named);
  return distinct([...named, ...(await askFound(candidates(options.env ?? process.env)))]);
}

/**
 * The interpreter to use: of the wanted version; of the simulator's default minor version when none is wanted, or else the newest. Of several with the
 * same minor version it is the one whose full version the simulator knows, or else the first. Those of `pythonExe` are the only ones; those of
 * INTERLOOP_PYTHON come before all others. Where none is right it is the one of the npm package `pyodide`, if that is installed.
 * @throws UsageError one line: there is none, or one that was named cannot be used
 */
export async function selectInterpreter(options: InterpreterOptions = {}): Promise<PythonInterpreter> {
  if (process.platform === "win32") {
    throw new UsageError("a real Python runs in forked processes, which Windows has not: use Linux, macOS or WSL");
  }
  const { python, pythonExe } = options;
  if (python !== undefined) checkVersion(python);
  const named = await askNamed(options);
  const sure = pythonExe !== undefined || (python === undefined && named.length > 0);
  if (sure) return choose(distinct(named), python);
  const likely = match(distinct(named), python) ?? (await selectLikely(options));
  if (likely !== undefined) return likely;
  const found = await findInterpreters(options);
  return standIn(found, options) ?? choose(found, python);
}

/** The embedded interpreter, where it is the only one that is right. */
function standIn(found: readonly PythonInterpreter[], options: InterpreterOptions): PythonInterpreter | undefined {
  const { python, cwd = process.cwd() } = options;
  if (options.pyodide === false) return undefined;
  if (python === undefined ? found.length > 0 : match(found, python) !== undefined) return undefined;
  const embedded = findPyodide(cwd);
  if (embedded === undefined || python === undefined) return embedded;
  return match([embedded], python);
}

/** The interpreter to use among those whose names promise the right version, so that not all others have to be asked. */
async function selectLikely({ python, env = process.env }: InterpreterOptions): Promise<PythonInterpreter | undefined> {
  const minor = python === undefined ? DEFAULT_MINOR : minorOf(python);
  const likely = candidates(env).filter((candidate) => candidate.minor === minor);
  return match(distinct(await askFound(likely)), python);
}

/** @throws UsageError when a text is no version of Python 3 */
export function checkVersion(text: string): void {
  if (/^3\.\d+(?:\.\d+\S*)?$/.test(text)) return;
  throw new UsageError(`Python version ${JSON.stringify(text)}: write it as 3.13 or 3.13.0`);
}

/** The best of some interpreters. @throws UsageError when none is right */
function choose(found: readonly PythonInterpreter[], wanted: string | undefined): PythonInterpreter {
  if (found.length === 0) {
    throw new UsageError(
      "no CPython of 3.8 or later was found: name one with --python-exe PATH or INTERLOOP_PYTHON=PATH, " +
        "put python3 on PATH, or install one with pyenv; programs without threads also run on the npm package pyodide",
    );
  }
  const right = match(found, wanted);
  if (right !== undefined) return right;
  if (wanted === undefined) {
    const newest = found.reduce((best, next) => (next.minor > best.minor ? next : best));
    return ofMinor(found, newest.minor) ?? newest;
  }
  const byAge = [...found].sort((a, b) => a.minor - b.minor);
  const others = [...new Set(byAge.map(({ version }) => version))].join(", ");
  throw new UsageError(
    `no Python ${wanted} was found, only ${others}: name one with --python-exe PATH or INTERLOOP_PYTHON=PATH`,
  );
}

/** The best of some interpreters that have the wanted version, or the simulator's default minor version. */
function match(found: readonly PythonInterpreter[], wanted: string | undefined): PythonInterpreter | undefined {
  if (wanted === undefined) return ofMinor(found, DEFAULT_MINOR);
  const exact = found.find(({ version }) => version === wanted);
  return exact ?? (wanted.split(".").length === 2 ? ofMinor(found, minorOf(wanted)) : undefined);
}

/** The interpreter of a minor version that the simulator knows best. */
function ofMinor(found: readonly PythonInterpreter[], minor: number): PythonInterpreter | undefined {
  const all = found.filter((interpreter) => interpreter.minor === minor);
  return all.find(({ version }) => (versions as readonly string[]).includes(version)) ?? all[0];
}

/** The minor version in a version or a name: 13 for `3.13`, `3.13.0` and `python3.13`; NaN for none. */
function minorOf(version: string): number {
  return Number(version.split(".")[1]);
}

/** The interpreters that the user has named. */
async function askNamed(options: InterpreterOptions): Promise<readonly Usable[]> {
  const { pythonExe, env = process.env } = options;
  const listed = (env["INTERLOOP_PYTHON"] ?? "").split(delimiter).filter((path) => path !== "");
  const names = pythonExe === undefined ? listed : typeof pythonExe === "string" ? [pythonExe] : pythonExe;
  const source = pythonExe === undefined ? "INTERLOOP_PYTHON: " : "";
  const paths = names.map((name) => resolveNamed(name, source, options));
  const answers = await Promise.all(paths.map(ask));
  return answers.map((answer, at) => {
    if ("refused" in answer) throw new UsageError(`${source}${names[at] ?? ""}: ${answer.refused}`);
    return answer;
  });
}

/** @throws UsageError when there is no such file */
function resolveNamed(
  name: string,
  source: string,
  { cwd = process.cwd(), env = process.env }: InterpreterOptions,
): string {
  // A name without a folder is looked for as a shell does it.
  const onPathToo = name.includes(sep) ? [] : foldersOfPath(env).map((folder) => join(folder, name));
  const path = [resolve(cwd, name), ...onPathToo].find((candidate) => statSync(candidate, { throwIfNoEntry: false }));
  if (path === undefined) throw new UsageError(`${source}${name}: there is no such interpreter; ${RIGHT}`);
  if (statSync(path).isDirectory()) throw new UsageError(`${source}${name}: it is a folder; ${RIGHT}`);
  return path;
}

type Usable = Extract<Awaited<ReturnType<typeof ask>>, { interpreter: PythonInterpreter }>;

async function askFound(found: readonly Candidate[]): Promise<readonly Usable[]> {
  const answers = await Promise.all(found.map(({ path }) => ask(path)));
  return answers.filter((answer) => "interpreter" in answer);
}

function distinct(usable: readonly Usable[]): PythonInterpreter[] {
  const byKey = new Map<string, PythonInterpreter>();
  for (const { interpreter, key } of usable) if (!byKey.has(key)) byKey.set(key, interpreter);
  return [...byKey.values()];
}

/** An executable that is perhaps an interpreter. */
interface Candidate {
  readonly path: string;
  /** The minor version that its name promises; NaN for none. */
  readonly minor: number;
}

type Environment = NonNullable<InterpreterOptions["env"]>;

function candidates(env: Environment): Candidate[] {
  return [...onPath(env), ...ofPyenv(env)].filter(({ path }) => isExecutable(path));
}

function foldersOfPath(env: Environment): string[] {
  return (env["PATH"] ?? "").split(delimiter).filter((folder) => isAbsolute(folder));
}

function pyenvRoot(env: Environment): string {
  return env["PYENV_ROOT"] ?? join(env["HOME"] ?? homedir(), ".pyenv");
}

function onPath(env: Environment): Candidate[] {
  // The shims lead where pyenv's versions are, slowly.
  const folders = foldersOfPath(env).filter((folder) => !isShims(folder, pyenvRoot(env)));
  return folders.flatMap((folder) => NAMES.map((name) => ({ path: join(folder, name), minor: minorOf(name) })));
}

function isShims(folder: string, root: string): boolean {
  return folder.startsWith(root + sep) && basename(folder) === "shims";
}

function ofPyenv(env: Environment): Candidate[] {
  const versionsFolder = join(pyenvRoot(env), "versions");
  try {
    return readdirSync(versionsFolder)
      .sort()
      .map((folder) => ({ path: join(versionsFolder, folder, "bin", "python3"), minor: minorOf(folder) }));
  } catch {
    // There is no pyenv.
    return [];
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
