/** The command `py` and its own commands: their help and their options. */
import { Argument, type Command, Option } from "commander";
import { checkVersion } from "../bridge/interpreters.js";
import { DEFAULT_MAX_STEPS } from "../explore/explore.js";
import { exploreHelp, runHelp } from "./help.js";
import type { ExploreCommandOptions } from "./explore.js";
import type { Io } from "./io.js";
import {
  addModelOptions,
  addOutputOptions,
  addSearchOptions,
  checkSearchFlags,
  number,
  type OutputOptions,
  schedule,
  scheduleHelp,
  seconds,
  whole,
} from "./options.js";
import { pyExploreCommand, type PyOptions, pyRunCommand } from "./py.js";
import type { RunCommandOptions } from "./run.js";

const PROGRAM = "a Python program";
const ARGS = "its arguments: all that stands after it, also what looks like an option";

const finding = `
The interpreter is the one of --python-exe; or one of INTERLOOP_PYTHON, a list of paths as PATH is; or one on PATH; or one of
pyenv's. Any CPython from 3.8 on will do, if it has its GIL.`;

/** Adds the command `py`. @param done takes the exit code */
export function addPy(program: Command, io: Io, done: (code: number) => void): void {
  const py = program
    .command("py")
    .summary("run, explore or replay a Python program on a real CPython")
    .description("Runs a Python program on a real CPython, under the same scheduler and on the same virtual clock.")
    .helpCommand(false)
    .addHelpText("after", finding);
  addPyRun(py, io, done);
  addPyExplore(py, io, done);
  addPyReplay(py, io, done);
}

function addPyRun(py: Command, io: Io, done: (code: number) => void): void {
  const command = py
    .command("run")
    .summary("run a Python program once and print what it prints")
    .description("Runs a Python program once. Standard output carries exactly what the program prints.")
    .argument("<program>", PROGRAM)
    .argument("[args...]", ARGS)
    .passThroughOptions()
    .addOption(number("--seed <n>", "follow a random schedule drawn from this number", whole(0)).conflicts("schedule"))
    .addOption(new Option("--schedule <schedule>", scheduleHelp).argParser(schedule))
    .addHelpText("after", runHelp("program"));
  addOutputOptions(addPyOptions(command, "10000000"));
  command.action(async (file: string, args: string[], options: PyOptions & RunCommandOptions) => {
    done(await pyRunCommand({ file, args }, options, io));
  });
}

function addPyReplay(py: Command, io: Io, done: (code: number) => void): void {
  const command = py
    .command("replay")
    .summary("run a Python program on a schedule that py explore has found")
    .description(
      "Runs a Python program on a given schedule. The program, its arguments and the options must be those that the schedule was found with.",
    )
    .argument("<program>", PROGRAM)
    .addArgument(new Argument("<schedule>", scheduleHelp).argParser(schedule))
    .argument("[args...]", ARGS)
    .passThroughOptions()
    .addHelpText("after", runHelp("program"));
  addOutputOptions(addPyOptions(command, "10000000"));
  command.action(async (file: string, text: string, args: string[], options: PyOptions & OutputOptions) => {
    done(await pyRunCommand({ file, args }, { ...options, schedule: text }, io));
  });
}

function addPyExplore(py: Command, io: Io, done: (code: number) => void): void {
  const command = py
    .command("explore")
    .summary("run a Python program in every schedule and print the different outcomes")
    .description(
      "Runs a Python program again and again, each time on another schedule, and prints the different outcomes.",
    )
    .argument("<program>", PROGRAM)
    .argument("[args...]", ARGS)
    .passThroughOptions()
    .addHelpText("after", exploreHelp);
  addPyOptions(addSearchOptions(command), String(DEFAULT_MAX_STEPS));
  command.action(async (file: string, args: string[], options: PyOptions & ExploreCommandOptions) => {
    checkSearchFlags(options);
    done(await pyExploreCommand({ file, args }, options, io));
  });
}

function addPyOptions(command: Command, steps: string): Command {
  const python = new Option("--python <version>", "the version to run on, such as 3.13 or 3.13.0").argParser(version);
  return addModelOptions(command, steps, python)
    .addOption(
      new Option(
        "--python-exe <path>",
        "the interpreter to run on; can be given several times, for --python to choose",
      ).argParser((path: string, before: readonly string[] | undefined) => [...(before ?? []), path]),
    )
    .addOption(new Option("--lines", "threads can be preempted before each line of the program's own files too"))
    .addOption(
      new Option("--lines-of <modules>", "and before each line of these modules, with commas between").argParser(
        (text: string) => text.split(","),
      ),
    )
    .addOption(new Option("--opcodes", "before each bytecode instead of each line"))
    .addOption(
      number("--wall-limit <seconds>", "give up a run that is silent for so long in real time (default: 10)", seconds),
    );
}

function version(text: string): string {
  checkVersion(text);
  return text;
}
