/** Asks an executable which Python it is. */
import { execFile } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** A Python that can run programs under the scheduler. */
export interface PythonInterpreter {
  /** Its executable, as an absolute path; of an embedded one the module that loads it. */
  readonly path: string;
  /** Its full version, such as `3.13.0`. */
  readonly version: string;
  /** Its minor version number: 13 for 3.13.0. */
  readonly minor: number;
  /** Whether it is the one of the npm package `pyodide`, which has no threads. */
  readonly embedded?: true;
}

/** What an executable says of itself, or why it cannot be used: words that go on after `PATH: `. */
export type Answer = { readonly interpreter: PythonInterpreter; readonly key: string } | { readonly refused: string };

/** The oldest minor version that the agent works on. */
export const OLDEST_MINOR = 8;

/** What a right interpreter is, for messages. */
export const RIGHT = `name a CPython of 3.${String(OLDEST_MINOR)} or later, with its GIL`;

/** How long an executable may take to answer, in milliseconds. */
const PATIENCE = 20_000;

// It must run on every Python there is, so that the wrong ones can say what they are.
const QUESTION = `
import sys
free = "t" in getattr(sys, "abiflags", "") or not getattr(sys, "_is_gil_enabled", lambda: True)()
name = getattr(getattr(sys, "implementation", None), "name", "cpython")
print("\\n".join(["interloop", name, sys.version.split()[0], "free" if free else "gil", sys.executable or ""]))
`;

const answers = new Map<string, Promise<Answer>>();

/** What an executable is; each is asked once. @param path an absolute path */
export function ask(path: string): Promise<Answer> {
  let answer = answers.get(path);
  if (answer === undefined) answers.set(path, (answer = askNow(path)));
  return answer;
}

function askNow(path: string): Promise<Answer> {
  return new Promise((resolve) => {
    const options = { timeout: PATIENCE, killSignal: "SIGKILL", encoding: "utf8" } as const;
    execFile(path, ["-E", "-s", "-S", "-c", QUESTION], options, (error, stdout) => {
      const lines = stdout.split(/\r?\n/);
      if (lines[0] === "interloop") resolve(judge(path, lines));
      else resolve({ refused: `${whyNot(error)}; ${RIGHT}` });
    });
  });
}

function whyNot(error: (Error & { readonly code?: unknown; readonly killed?: boolean }) | null): string {
  if (error?.code === "EACCES") return "it may not be executed";
  if (error?.code === "ENOENT") return "it cannot be executed: what it is made for is missing";
  if (error?.killed === true) return `it is no Python: it did not answer in ${String(PATIENCE / 1000)} s`;
  return "it is no Python";
}

function judge(path: string, lines: readonly string[]): Answer {
  const [, name = "", version = "", gil = "", executable = ""] = lines;
  if (name !== "cpython") return { refused: `it is ${name === "pypy" ? "PyPy" : name}, not CPython; ${RIGHT}` };
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(version) ?? [];
  if (major !== "3" || Number(minor) < OLDEST_MINOR) return { refused: `it is CPython ${version}; ${RIGHT}` };
  if (gil !== "gil") return { refused: `it is a free-threaded CPython ${version}; ${RIGHT}` };
  const own = executable === "" ? path : executable;
  return { interpreter: { path: own, version, minor: Number(minor) }, key: keyOf(own) };
}

/** Two paths with the same key are the same interpreter with the same packages. */
function keyOf(path: string): string {
  // A virtual environment's python is a link to another one, which has other packages.
  return existsSync(join(dirname(path), "..", "pyvenv.cfg")) || !existsSync(path) ? path : realpathSync(path);
}
