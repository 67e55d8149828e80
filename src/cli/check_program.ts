/** The command `check`: its help and its options. */
import { type Command, Option } from "commander";
import { profileOf } from "../interpreter/profile.js";
import { checkCommand, type CheckCommandOptions, DIFFERS } from "./check.js";
import { BUG, WRONG_INPUT } from "./help.js";
import type { Io } from "./io.js";
import { clocks, number, oneOf, seconds, stdouts, timings, whole } from "./options.js";

const help = `
Both run under the same scheduler. On the default schedule and on random ones every event and its cause must be equal; where
there is something to choose, both must have the same outcomes.

Exit codes:
  0    both sides agree
  ${String(DIFFERS)}    they differ
  ${String(WRONG_INPUT)}    wrong input
  ${String(BUG)}  a bug of Interloop`;

/** Adds the command `check`. @param done takes the exit code */
export function addCheck(program: Command, io: Io, done: (code: number) => void): void {
  const command = program
    .command("check")
    .summary("compare a scenario with the Python program that it stands for")
    .description("Runs a scenario and a Python program side by side, event by event, on each CPython that is found.")
    .argument("<case>", "a folder with scenario.ts and program.py")
    .addOption(
      new Option("--python <version>", "a version to check; can be given several times (default: all)").argParser(
        (text: string, before: readonly string[] | undefined) => [...(before ?? []), profileOf(text).version],
      ),
    )
    .addOption(
      new Option("--python-exe <path>", "an interpreter to check on; can be given several times").argParser(
        (path: string, before: readonly string[] | undefined) => [...(before ?? []), path],
      ),
    )
    .addOption(number("--seeds <n>", "how many random schedules to compare (default: 20)", whole(0)))
    .addOption(
      number("--preemptions <n>", "preemptions of a schedule when outcomes are compared (default: 1)", whole(0)),
    )
    .addOption(
      number("--max <n>", "executions of either side to find its outcomes, 0 for none (default: 300)", whole(0)),
    )
    .addOption(oneOf("--clock", clocks, "as for run (default: linux)"))
    .addOption(oneOf("--timing", timings, "as for run (default: punctual)"))
    .addOption(oneOf("--stdout", stdouts, "as for run (default: terminal)"))
    .addOption(new Option("--debug", "asyncio's debug mode, as PYTHONASYNCIODEBUG=1"))
    .addOption(number("--wall-limit <seconds>", "give up a run that is silent for so long (default: 10)", seconds))
    .addOption(new Option("--json", "print one JSON object"))
    .addHelpText("after", help);
  command.action(async (folder: string, options: CheckCommandOptions) => {
    done(await checkCommand(folder, options, io));
  });
}
