/** The command line: its commands, their help, and what happens to what goes wrong. */
import { readFileSync } from "node:fs";
import { Argument, Command, CommanderError, Option } from "commander";
import { DEFAULT_MAX_STEPS } from "../explore/explore.js";
import { KernelBug, UsageError } from "../kernel/errors.js";
import { addCheck } from "./check_program.js";
import { addDiffVersions } from "./diff_versions.js";
import { exploreCommand, type ExploreCommandOptions } from "./explore.js";
import { BUG, exploreHelp, runHelp, WRONG_INPUT } from "./help.js";
import type { Io } from "./io.js";
import {
  addModelOptions,
  addOutputOptions,
  addSearchOptions,
  checkSearchFlags,
  type ModelOptions,
  number,
  type OutputOptions,
  schedule,
  scheduleHelp,
  whole,
} from "./options.js";
import { addPy } from "./py_program.js";
import { runCommand, type RunCommandOptions } from "./run.js";
import { coloursFor } from "./words.js";

const NAMES: readonly string[] = ["run", "explore", "replay", "py", "check", "diff-versions"];
const NAMED = "run, explore, replay, py, check or diff-versions";
const PY_NAMED = "run, explore or replay";

const FILE = "a TypeScript or JavaScript module whose default export is the scenario";

/**
 * Carries out one command line.
 * @param argv the words after the program's name
 * @param io the world
 * @returns the exit code
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = makeProgram(io, (result) => {
    code = result;
  });
  try {
    if (argv.length === 0) throw new UsageError(`name a command: ${NAMED}; interloop --help tells what they do`);
    if (argv.length === 1 && argv[0] === "py")
      throw new UsageError(`name a command of py: ${PY_NAMED}; interloop py --help tells what they do`);
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    return complain(error, argv, io);
  }
}

function makeProgram(io: Io, done: (code: number) => void): Command {
  const program = new Command("interloop");
  program
    .description(
      "Runs concurrent Python programs, written in TypeScript, on a virtual clock: one schedule, or every one.",
    )
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    // What stands after a Python program is for that program, also what is an option here.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  addRun(program, io, done);
  addExplore(program, io, done);
  addReplay(program, io, done);
  addPy(program, io, done);
  addCheck(program, io, done);
  addDiffVersions(program, io, done);
  return program;
}

function addRun(program: Command, io: Io, done: (code: number) => void): void {
  const command = program
    .command("run")
    .summary("run a scenario once and print what it prints")
    .description("Runs a scenario once. Standard output carries exactly what the program prints.")
    .argument("<file>", FILE)
    .addOption(number("--seed <n>", "follow a random schedule drawn from this number", whole(0)).conflicts("schedule"))
    .addOption(new Option("--schedule <schedule>", scheduleHelp).argParser(schedule))
    .addHelpText("after", runHelp("scenario"));
  addOutputOptions(addModelOptions(command, "10000000"));
  command.action(async (file: string, options: RunCommandOptions) => {
    done(await runCommand(file, options, io));
  });
}

function addReplay(program: Command, io: Io, done: (code: number) => void): void {
  const command = program
    .command("replay")
    .summary("run a scenario on a schedule that explore has found")
    .description(
      "Runs a scenario on a given schedule. The scenario and the options must be those that the schedule was found with.",
    )
    .argument("<file>", FILE)
    .addArgument(new Argument("<schedule>", scheduleHelp).argParser(schedule))
    .addHelpText("after", runHelp("scenario"));
  addOutputOptions(addModelOptions(command, "10000000"));
  command.action(async (file: string, text: string, options: ModelOptions & OutputOptions) => {
    done(await runCommand(file, { ...options, schedule: text }, io));
  });
}

function addExplore(program: Command, io: Io, done: (code: number) => void): void {
  const command = program
    .command("explore")
    .summary("run a scenario in every schedule and print the different outcomes")
    .description("Runs a scenario again and again, each time on another schedule, and prints the different outcomes.")
    .argument("<file>", FILE)
    .addHelpText("after", exploreHelp);
  addModelOptions(addSearchOptions(command), String(DEFAULT_MAX_STEPS));
  command.action(async (file: string, options: ExploreCommandOptions) => {
    checkSearchFlags(options);
    done(await exploreCommand(file, options, io));
  });
}

/** Says what is wrong, in one line for each mistake. @returns the exit code */
function complain(error: unknown, argv: readonly string[], io: Io): number {
  const label = coloursFor(io.stderr, io).red("interloop:");
  const say = (text: string): void => {
    for (const line of text.split("\n")) io.stderr.write(`${label} ${line}\n`);
  };
  if (error instanceof UsageError) {
    say(error.message);
    return WRONG_INPUT;
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    say(wrongWords(error, argv));
    return WRONG_INPUT;
  }
  say(error instanceof KernelBug ? error.message : "an error that should not happen: please report it");
  io.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return BUG;
}

/** What commander found wrong with the words of the command line, in one line. */
function wrongWords({ message, code }: CommanderError, [command = "", subcommand = ""]: readonly string[]): string {
  const what = message
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .replace(/\.$/, "");
  if (what.includes("Did you mean")) return what;
  const py = command === "py";
  if (code === "commander.unknownCommand") {
    return py ? `${what}; the commands of py are ${PY_NAMED}` : `${what}; the commands are ${NAMED}`;
  }
  const known = [command, ...(py ? [subcommand] : [])].filter((name) => NAMES.includes(name));
  return `${what}; see ${["interloop", ...known, "--help"].join(" ")}`;
}

function packageVersion(): string {
  const file = new URL("../../package.json", import.meta.url);
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string };
  return version;
}
