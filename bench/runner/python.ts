// Which CPython to measure against.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** The interpreter that was found. */
export interface Python {
  /** The interpreter's own executable, not a wrapper that looks for one. */
  readonly executable: string;
  /** Its full version, such as `3.13.0`. */
  readonly version: string;
}

/** The version that the targets were measured with. */
export const REFERENCE_VERSION = "3.13";

const PROBE = [
  "import sys",
  "assert sys.implementation.name == 'cpython' and sys.version_info >= (3, 8)",
  "print(sys.executable, '.'.join(map(str, sys.version_info[:3])), sep='\\n')",
].join("\n");

function output(command: string, args: readonly string[]): string | null {
  const result = spawnSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return result.status === 0 ? result.stdout.trim() : null;
}

function probe(command: string): Python | null {
  const [executable, version] = output(command, ["-c", PROBE])?.split("\n") ?? [];
  return executable === undefined || version === undefined ? null : { executable, version };
}

/** The newest interpreter of the reference version that pyenv has, or null. */
function fromPyenv(): Python | null {
  const patch = (version: string): number => Number(version.slice(REFERENCE_VERSION.length + 1));
  const versions = (output("pyenv", ["versions", "--bare"]) ?? "")
    .split("\n")
    .filter((version) => version.startsWith(`${REFERENCE_VERSION}.`) && Number.isInteger(patch(version)))
    .sort((a, b) => patch(b) - patch(a));
  for (const version of versions) {
    const prefix = output("pyenv", ["prefix", version]);
    const python = prefix === null ? null : probe(join(prefix, "bin", "python3"));
    if (python !== null) return python;
  }
  return null;
}

/**
 * Finds a CPython: the one that INTERLOOP_PYTHON names; else `python3.13`, then pyenv's newest 3.13, then `python3`.
 *
 * @returns the interpreter, or null when there is none
 * @throws Error `INTERLOOP_PYTHON=… is not a CPython 3.8 or newer: …` when the variable is set and cannot be used
 */
export function findPython(): Python | null {
  const named = process.env["INTERLOOP_PYTHON"];
  if (named !== undefined && named !== "") {
    const python = probe(named);
    if (python === null) {
      throw new Error(
        `INTERLOOP_PYTHON=${named} is not a CPython 3.8 or newer: name the program to run, such as ` +
          `python${REFERENCE_VERSION}, or leave the variable out`,
      );
    }
    return python;
  }
  return probe(`python${REFERENCE_VERSION}`) ?? fromPyenv() ?? probe("python3");
}
