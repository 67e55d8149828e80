/** Which interpreters are found, which one is taken, and what is said of those that cannot be used. */
import { symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { findInterpreters, type InterpreterOptions, selectInterpreter } from "interloop/bridge";
import { UsageError } from "interloop";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Fakes } from "./fakes.js";
import { interpreters, newest, noPython } from "./live.js";

const fakes = new Fakes();
const at = (name: string): string => join(fakes.folder, name);

/** A machine with one folder on PATH, and pyenv. */
let machine: NonNullable<InterpreterOptions["env"]>;

beforeAll(() => {
  fakes.python("bin/python3", "3.11.4");
  fakes.python("bin/python3.12", "3.12.9");
  fakes.python("bin/python3.13", "3.13.7");
  fakes.write("bin/python3.9", "#!/bin/sh\necho 'no such version' >&2\nexit 127\n");
  fakes.python("bin/python", "2.7.18");
  fakes.python("pyenv/versions/3.12.1/bin/python3", "3.12.1");
  fakes.python("pyenv/versions/3.13.0/bin/python3", "3.13.0");
  fakes.python("pyenv/versions/3.15.0a1/bin/python3", "3.15.0a1");
  fakes.python("pyenv/versions/pypy3.10-7.3.17/bin/python3", "3.10.14", "pypy");
  fakes.python("pyenv/versions/3.13.0t/bin/python3", "3.13.0", "cpython", "free");
  fakes.write("pyenv/shims/python3", "#!/bin/sh\nprintf 'interloop\\ncpython\\n3.8.0\\ngil\\n/nowhere/shim\\n'\n");
  machine = { PATH: [at("pyenv/shims"), at("bin"), "relative"].join(delimiter), PYENV_ROOT: at("pyenv") };
});
afterAll(() => {
  fakes.remove();
});

async function found(env: InterpreterOptions["env"]): Promise<string[]> {
  return (await findInterpreters({ env: env ?? machine })).map(({ version, path }) => {
    return `${version} ${path.replace(`${fakes.folder}/`, "")}`;
  });
}

describe("all that are found", () => {
  test("those on PATH, then pyenv's; what is no CPython of 3.8 or later with a GIL, what fails and pyenv's shims are left out", async () => {
    expect(await found(machine)).toEqual([
      "3.11.4 bin/python3",
      "3.12.9 bin/python3.12",
      "3.13.7 bin/python3.13",
      "3.12.1 pyenv/versions/3.12.1/bin/python3",
      "3.13.0 pyenv/versions/3.13.0/bin/python3",
      "3.15.0a1 pyenv/versions/3.15.0a1/bin/python3",
    ]);
  });

  test("those of INTERLOOP_PYTHON come first, and the same one by another name does not count twice", async () => {
    symlinkSync(at("bin/python3.12"), at("linked"));
    const env = { PATH: at("bin"), PYENV_ROOT: at("none"), INTERLOOP_PYTHON: [at("linked"), ""].join(delimiter) };
    expect(await found(env)).toEqual(["3.12.9 bin/python3.12", "3.11.4 bin/python3", "3.13.7 bin/python3.13"]);
  });

  test("none", async () => {
    expect(await found({ PATH: at("empty"), PYENV_ROOT: at("none") })).toEqual([]);
  });
});

async function selected(options: InterpreterOptions): Promise<string> {
  return (await selectInterpreter({ env: machine, ...options })).version;
}

describe("the one that is taken", () => {
  test.each([
    ["3.12", "3.12.1"],
    ["3.12.9", "3.12.9"],
    ["3.11", "3.11.4"],
    ["3.15", "3.15.0a1"],
    [undefined, "3.13.0"],
  ])("for %s: the version that the simulator knows, or else the first", async (python, version) => {
    expect(await selected(python === undefined ? {} : { python })).toBe(version);
  });

  test("is the newest where the simulator's default is not there", async () => {
    fakes.python("few/python3.10", "3.10.2");
    fakes.python("few/python3.12", "3.12.3");
    expect(await selected({ env: { PATH: at("few"), PYENV_ROOT: at("none") } })).toBe("3.12.3");
  });

  test("is one of INTERLOOP_PYTHON when no version is wanted, or the wanted one is among them", async () => {
    const env = { ...machine, INTERLOOP_PYTHON: at("bin/python3.12") };
    expect(await selected({ env })).toBe("3.12.9");
    expect(await selected({ env, python: "3.12" })).toBe("3.12.9");
    expect(await selected({ env, python: "3.13" })).toBe("3.13.0");
  });

  test("is one of pythonExe when it is given: a path, a name on PATH, or a list of which python chooses", async () => {
    expect(await selected({ pythonExe: at("bin/python3") })).toBe("3.11.4");
    expect(await selected({ pythonExe: "bin/python3", cwd: fakes.folder })).toBe("3.11.4");
    expect(await selected({ pythonExe: "python3.12" })).toBe("3.12.9");
    const two = [at("bin/python3.12"), at("pyenv/versions/3.13.0/bin/python3")];
    expect(await selected({ pythonExe: two })).toBe("3.13.0");
    expect(await selected({ pythonExe: two, python: "3.12" })).toBe("3.12.9");
  });
});

/** What is said of wrong options. */
async function refusal(options: InterpreterOptions): Promise<string> {
  const error: unknown = await selectInterpreter({ env: machine, ...options }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UsageError);
  return (error as UsageError).message.replaceAll(`${fakes.folder}/`, "");
}

const right = "name a CPython of 3.8 or later, with its GIL";

describe("what cannot be used is refused in one line", () => {
  beforeAll(() => {
    fakes.write("text", "print('not an executable')\n");
    fakes.write("shell", "#!/bin/sh\nexit 0\n");
    fakes.write("lost", "#!/no/such/interpreter\n");
    fakes.python("old", "3.7.17");
    fakes.python("two", "2.7.18");
  });

  test.each([
    ["none", `none: there is no such interpreter; ${right}`],
    ["bin", `bin: it is a folder; ${right}`],
    ["shell", `shell: it is no Python; ${right}`],
    ["lost", `lost: it cannot be executed: what it is made for is missing; ${right}`],
    ["old", `old: it is CPython 3.7.17; ${right}`],
    ["two", `two: it is CPython 2.7.18; ${right}`],
    [
      "pyenv/versions/pypy3.10-7.3.17/bin/python3",
      `pyenv/versions/pypy3.10-7.3.17/bin/python3: it is PyPy, not CPython; ${right}`,
    ],
    [
      "pyenv/versions/3.13.0t/bin/python3",
      `pyenv/versions/3.13.0t/bin/python3: it is a free-threaded CPython 3.13.0; ${right}`,
    ],
  ])("%s", async (name, line) => {
    expect(await refusal({ pythonExe: at(name) })).toBe(line);
    const env = { ...machine, INTERLOOP_PYTHON: at(name) };
    expect(await refusal({ env })).toBe(`INTERLOOP_PYTHON: ${line}`);
  });

  test("a version that is not there, and one that is none", async () => {
    expect(await refusal({ python: "3.10" })).toBe(
      "no Python 3.10 was found, only 3.11.4, 3.12.9, 3.12.1, 3.13.7, 3.13.0, 3.15.0a1: " +
        "name one with --python-exe PATH or INTERLOOP_PYTHON=PATH",
    );
    expect(await refusal({ python: "3.12", pythonExe: at("bin/python3") })).toBe(
      "no Python 3.12 was found, only 3.11.4: name one with --python-exe PATH or INTERLOOP_PYTHON=PATH",
    );
    expect(await refusal({ python: "snake" })).toBe('Python version "snake": write it as 3.13 or 3.13.0');
  });

  test("no interpreter at all", async () => {
    expect(await refusal({ env: { PATH: at("empty"), PYENV_ROOT: at("none") }, pyodide: false })).toBe(
      "no CPython of 3.8 or later was found: name one with --python-exe PATH or INTERLOOP_PYTHON=PATH, " +
        "put python3 on PATH, or install one with pyenv; programs without threads also run on the npm package pyodide",
    );
  });
});

test.skipIf(noPython)("each real interpreter can be named by its path", async () => {
  expect(newest.minor).toBeGreaterThanOrEqual(8);
  for (const { path, version } of interpreters) {
    expect(await selectInterpreter({ pythonExe: path })).toMatchObject({ path, version });
  }
});
