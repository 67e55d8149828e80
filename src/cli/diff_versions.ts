/** The command `diff-versions`: where a scenario runs differently in two versions of CPython, and why. */
import { type Command, Option } from "commander";
import { profileOf, type Version, versions } from "../interpreter/profile.js";
import { diffVersions, type DiffVersionsOptions, type VersionDifference } from "../judge/versions.js";
import { InterloopError, UsageError } from "../kernel/errors.js";
import { DIFFERS } from "./check.js";
import { BUG, WRONG_INPUT } from "./help.js";
import type { Io } from "./io.js";
import { differenceLines } from "./judgement.js";
import { load } from "./load.js";
import { clocks, number, oneOf, schedule, scheduleHelp, seconds, stdouts, timings, whole } from "./options.js";
import { showStack } from "./stack.js";
import { type Colours, coloursFor } from "./words.js";

interface DiffVersionsCommandOptions extends DiffVersionsOptions {
  readonly python?: readonly Version[];
  readonly json?: boolean;
}

const help = `
Both versions run on the same schedule. Shown are the first event in which they differ, what led to it, and the change of CPython that
makes the difference.

Exit codes:
  0    the versions do the same
  ${String(DIFFERS)}    they differ
  ${String(WRONG_INPUT)}    wrong input
  ${String(BUG)}  a bug of Interloop`;

/** Adds the command. @param done takes the exit code */
export function addDiffVersions(program: Command, io: Io, done: (code: number) => void): void {
  const command = program
    .command("diff-versions")
    .summary("show where a scenario runs differently in two versions of CPython")
    .description(
      "Runs a scenario in two versions of CPython, or in each and the next, and shows where they part and why.",
    )
    .argument("<file>", "a TypeScript or JavaScript module whose default export is the scenario")
    .addOption(
      new Option("--python <version>", "a version; give two, in order (default: each version and the next)").argParser(
        (text: string, before: readonly string[] | undefined) => [...(before ?? []), profileOf(text).version],
      ),
    )
    .addOption(number("--seed <n>", "follow a random schedule drawn from this number", whole(0)).conflicts("schedule"))
    .addOption(new Option("--schedule <schedule>", scheduleHelp).argParser(schedule))
    .addOption(oneOf("--clock", clocks, "as for run (default: linux)"))
    .addOption(oneOf("--timing", timings, "as for run (default: punctual)"))
    .addOption(oneOf("--stdout", stdouts, "as for run (default: terminal)"))
    .addOption(new Option("--debug", "asyncio's debug mode, as PYTHONASYNCIODEBUG=1"))
    .addOption(number("--max-steps <n>", "end a run after so many visible operations (default: 200000)", whole(1)))
    .addOption(
      number("--max-time <seconds>", "end a run when the virtual clock gets there (default: 1000000)", seconds),
    )
    .addOption(new Option("--json", "print one JSON object"))
    .addHelpText("after", help);
  command.action(async (file: string, options: DiffVersionsCommandOptions) => {
    done(await diffVersionsCommand(file, options, io));
  });
}

/** A search for reasons makes some dozens of runs, so none may be long. */
const limits = { maxSteps: 200_000, maxTime: 1_000_000 };

async function diffVersionsCommand(file: string, options: DiffVersionsCommandOptions, io: Io): Promise<number> {
  const { python, json, ...model } = options;
  const pairs = pairsOf(python);
  const { scenario, places } = await load(file, io.cwd);
  const found: VersionDifference[] = [];
  for (const pair of pairs) {
    let difference: VersionDifference | null;
    try {
      difference = diffVersions(scenario, ...pair, { ...limits, ...model });
    } catch (error) {
      if (error instanceof InterloopError) throw error;
      io.stderr.write(`interloop: an error of JavaScript ended the run\n${showStack(error, places)}`);
      return 1;
    }
    if (difference !== null) found.push(difference);
    if (json !== true) io.stdout.write(shown(pair, difference, io));
  }
  if (json === true) io.stdout.write(`${JSON.stringify({ schema: 1, pairs, differences: found }, null, 2)}\n`);
  return found.length === 0 ? 0 : DIFFERS;
}

/** @throws UsageError when the number of versions is neither 0 nor 2 */
function pairsOf(python: readonly Version[] | undefined): (readonly [Version, Version])[] {
  if (python === undefined) return versions.slice(1).map((version, at) => [versions[at] as Version, version]);
  const [first, second, ...more] = python;
  if (first !== undefined && second !== undefined && more.length === 0) return [[first, second]];
  const [noun, given] = [python.length === 1 ? "version" : "versions", String(python.length)];
  throw new UsageError(`--python names ${given} ${noun}; give two, such as --python 3.11 --python 3.12, or none`);
}

function shown([left, right]: readonly [Version, Version], found: VersionDifference | null, io: Io): string {
  const colours = coloursFor(io.stdout, io);
  const title = colours.bold(`${left} and ${right}`);
  if (found === null) return `${title}: ${colours.green("equal")}\n`;
  const { difference } = found;
  const lines = [
    `${title}: ${colours.yellow("different")} from ${difference.what} on`,
    ...differenceLines(difference, [left, right], io.stdout.columns ?? 160, colours),
    ...reasonLines(found, colours),
  ];
  return `${lines.join("\n")}\n`;
}

function reasonLines({ reasons }: VersionDifference, colours: Colours): string[] {
  if (reasons.length === 0) return ["  no switch of the profile explains it"];
  return reasons.map(({ version, says, issue, name }) => {
    const source = issue === null ? name : `${issue}, ${name}`;
    return `  ${colours.cyan("reason")}: in ${version}: ${says} (${source})`;
  });
}
