/** The command `check`: a scenario beside the Python program that it stands for, on real interpreters. */
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { findInterpreters, selectInterpreter } from "../bridge/interpreters.js";
import type { PythonInterpreter } from "../bridge/probe.js";
import { profileOf, versions } from "../interpreter/profile.js";
import { UsageError } from "../kernel/errors.js";
import { agrees, check, type CheckOptions, type Judgement } from "../judge/check.js";
import type { Io } from "./io.js";
import { formatJudgement } from "./judgement.js";
import { load } from "./load.js";
import { embeddedLine } from "./py.js";
import { coloursFor } from "./words.js";

/** The options of `check`. */
export interface CheckCommandOptions extends CheckOptions {
  /** The versions to check; all that are found unless told. */
  readonly python?: readonly string[];
  readonly pythonExe?: readonly string[];
  readonly json?: boolean;
}

/** The exit code when the two sides differ. */
export const DIFFERS = 1;

/** What a case is made of. */
const SCENARIO = "scenario.ts";
const PROGRAM = "program.py";

/**
 * Checks a case on each interpreter and prints what comes of it.
 * @param folder a folder with `scenario.ts` and `program.py`
 * @returns 0 when both sides agree on all interpreters, otherwise {@link DIFFERS}
 * @throws UsageError for wrong input, and where there is no interpreter
 */
export async function checkCommand(folder: string, options: CheckCommandOptions, io: Io): Promise<number> {
  checkFolder(folder, io.cwd);
  const { python, pythonExe, json, ...rest } = options;
  const { scenario } = await load(join(folder, SCENARIO), io.cwd);
  const program = resolve(io.cwd, folder, PROGRAM);
  const judged: Judgement[] = [];
  for (const interpreter of await interpretersFor(python, pythonExe, io)) {
    io.stderr.write(embeddedLine(interpreter));
    const judgement = await check(scenario, program, interpreter, rest);
    judged.push(judgement);
    if (json !== true) io.stdout.write(formatJudgement(judgement, io.stdout.columns ?? 160, coloursFor(io.stdout, io)));
  }
  const equal = judged.every(agrees);
  if (json === true)
    io.stdout.write(`${JSON.stringify({ schema: 1, case: folder, equal, versions: judged }, null, 2)}\n`);
  return equal ? 0 : DIFFERS;
}

/** @throws UsageError what is missing, in one line */
function checkFolder(folder: string, cwd: string): void {
  const stat = statSync(resolve(cwd, folder), { throwIfNoEntry: false });
  const right = `a case is a folder with ${SCENARIO} and ${PROGRAM}`;
  if (stat === undefined) throw new UsageError(`${folder}: there is no such folder; ${right}`);
  if (!stat.isDirectory()) throw new UsageError(`${folder}: this is no folder; ${right}`);
  for (const name of [SCENARIO, PROGRAM]) {
    if (statSync(resolve(cwd, folder, name), { throwIfNoEntry: false })?.isFile() !== true)
      throw new UsageError(`${folder}: it has no ${name}; ${right}`);
  }
}

/** The interpreters of the wanted versions, or all that have a profile, the oldest first. */
async function interpretersFor(
  python: readonly string[] | undefined,
  pythonExe: readonly string[] | undefined,
  { cwd, env }: Io,
): Promise<PythonInterpreter[]> {
  const where = { cwd, env, ...(pythonExe === undefined ? {} : { pythonExe }) };
  const wanted = python?.map((version) => profileOf(version).version);
  const named = await Promise.all((wanted ?? []).map((version) => selectInterpreter({ ...where, python: version })));
  if (named.length > 0) return named;
  const known: readonly string[] = versions;
  const found = (await findInterpreters(where)).filter(({ version }) => known.includes(version));
  if (found.length > 0) return found.sort((a, b) => known.indexOf(a.version) - known.indexOf(b.version));
  // It says that there is none at all, if there is none.
  const only = await selectInterpreter(where);
  const { version } = only;
  if (known.includes(version)) return [only];
  throw new UsageError(
    `Python ${version} has no profile of its own, so nothing can be compared with it: install one of ${known.join(", ")}`,
  );
}
