/** The command line: its commands, their help, and what happens to what goes wrong. */
import { readFileSync } from "node:fs";
import { Argument, Command, CommanderError, Option } from "commander";
import { DEFAULT_MAX_STEPS, strategies } from "../explore/explore.js";
import { exitCodes } from "../kernel/ending.js";
import { KernelBug, UsageError } from "../kernel/errors.js";
import { exploreCommand, type ExploreCommandOptions, verdictCodes } from "./explore.js";
import type { Io } from "./io.js";
import {
  addModelOptions,
  addOutputOptions,
  type ModelOptions,
  number,
  oneOf,
  type OutputOptions,
  schedule,
  scheduleHelp,
  whole,
} from "./options.js";
import { runCommand, type RunCommandOptions } from "./run.js";
import { coloursFor } from "./words.js";

/** The exit code for wrong input. */
export const WRONG_INPUT = 2;

/** The exit code when this program itself fails. */
export const BUG = 107;

const NAMES: readonly string[] = ["run", "explore", "replay"];
const NAMED = "run, explore or replay";

const FILE = "a TypeScript or JavaScript module whose default export is the scenario";

const runHelp = `
Exit codes:
  0    the scenario returned
  1    an exception left the main thread
  N    sys.exit(N)
  2    wrong input
  ${String(exitCodes.deadlock)}  deadlock
  ${String(exitCodes["step limit"])}  step limit
  ${String(exitCodes["time limit"])}  time limit
  ${String(exitCodes["thread limit"])}  thread limit
  ${String(exitCodes.diverged)}  the run cannot follow the schedule
  ${String(exitCodes.nondeterminism)}  the scenario draws on something outside the simulation
  ${String(BUG)}  a bug of Interloop`;

const exploreHelp = `
Exit codes:
  ${String(verdictCodes.exhausted)}    exhausted: every schedule was run and none failed
  ${String(verdictCodes.failed)}    failed: an exception left the main thread, an exit code other than 0, a deadlock
  2    wrong input
  ${String(verdictCodes.inconclusive)}    inconclusive: none failed, but not every schedule was run to its end
  ${String(BUG)}  a bug of Interloop

Ctrl-C ends the search with what was found so far.`;

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
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    return complain(error, argv[0] ?? "", io);
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
    .addHelpText("after", runHelp);
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
    .addHelpText("after", runHelp);
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
    .addOption(
      oneOf(
        "--strategy",
        strategies,
        "run every schedule once, those with few preemptions first, or random ones (default: exhaustive)",
      ),
    )
    .addOption(
      number("--preemptions <n>", "only schedules with at most so many preemptions (default: any number)", whole(0)),
    )
    .addOption(number("--max <n>", "give up after so many executions (default: 100000)", whole(1)))
    .addOption(number("--seed <n>", "where random schedules begin, with --strategy random (default: 0)", whole(0)))
    .addOption(new Option("--json", "print one JSON object"))
    .addOption(new Option("--all", "show all outcomes, also when there are many").conflicts("json"))
    .addHelpText("after", exploreHelp);
  addModelOptions(command, String(DEFAULT_MAX_STEPS));
  command.action(async (file: string, options: ExploreCommandOptions) => {
    if (options.strategy === "random") {
      if (options.preemptions !== undefined)
        throw new UsageError("--preemptions is for --strategy exhaustive; random has no bound");
    } else if (options.seed !== undefined)
      throw new UsageError("--seed is for random schedules; add --strategy random");
    done(await exploreCommand(file, options, io));
  });
}

/** Says what is wrong, in one line for each mistake. @returns the exit code */
function complain(error: unknown, command: string, io: Io): number {
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
    say(wrongWords(error, command));
    return WRONG_INPUT;
  }
  say(error instanceof KernelBug ? error.message : "an error that should not happen: please report it");
  io.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return BUG;
}

/** What commander found wrong with the words of the command line, in one line. */
function wrongWords({ message, code }: CommanderError, command: string): string {
  const what = message
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .replace(/\.$/, "");
  if (what.includes("Did you mean")) return what;
  if (code === "commander.unknownCommand") return `${what}; the commands are ${NAMED}`;
  return `${what}; see interloop ${NAMES.includes(command) ? `${command} ` : ""}--help`;
}

function packageVersion(): string {
  const file = new URL("../../package.json", import.meta.url);
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string };
  return version;
}
