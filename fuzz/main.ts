/** The runner behind `npm run fuzz`: options in, differences out. */
import { relative } from "node:path";
import { CommanderError } from "commander";
import { linesOf, sideBySide } from "./compare.js";
import { draw, shrink } from "./draw.js";
import { interpretersAtHand, type Judge, type Judged, type Sort } from "./judge.js";
import { type Options, readOptions } from "./options.js";
import { planOf, pythonBody, typescriptBody } from "./print.js";
import type { Program } from "./program.js";
import { Progress } from "./progress.js";
import { keepRegression } from "./regressions.js";
import { SingleJudge } from "./single.js";
import { ThreadsJudge } from "./threads.js";

/** How many programs are under way at a time, for each process. */
const AHEAD = { single: 24, threads: 4 } as const;

/** The exit code of a process that Ctrl-C has ended. */
const INTERRUPTED = 130;

/** Ctrl-C ends the search with what was done so far. */
let stopped = false;
process.once("SIGINT", () => {
  stopped = true;
});

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Shows a program in both languages, with both logs side by side. */
function show(program: Program, { version, cpython, interloop }: Judged): void {
  const plan = planOf(program);
  print(`clock: ${program.clock}${program.draws.length === 0 ? "" : `, draws: ${program.draws.join(" ")}`}\n`);
  print(pythonBody(plan));
  print(typescriptBody(plan));
  print(`\nCPython ${version} on the left, Interloop on the right:\n`);
  print(sideBySide(linesOf(cpython), linesOf(interloop)));
}

/** The smallest program that differs as the one of a seed does. */
async function smallest(judge: Judge, seed: number, version: string, progress: Progress): Promise<Program> {
  const differs = async (programs: readonly Program[]): Promise<boolean[]> => {
    const judged = await Promise.all(programs.map((program) => judge.judge(program, [version])));
    return judged.map(([one]) => one?.same === false);
  };
  const found = await shrink(judge.grammar, draw(judge.grammar, seed), differs, (tried) => {
    progress.say(`program ${String(seed)} differs under ${version}: shrinking, ${String(tried)} tried`);
  });
  progress.say("");
  return found;
}

/** Makes a program that differs as small as it gets, shows it, and keeps it. */
async function report(judge: Judge, seed: number, version: string, small: boolean, progress: Progress): Promise<void> {
  const program = small ? await smallest(judge, seed, version, progress) : draw(judge.grammar, seed).value;
  const judged = await judge.judge(program);
  const wrong = judged.find((one) => one.version === version) as Judged;
  print(
    `\nProgram ${String(seed)} does not do the same under Python ${version}.${small ? " The smallest one that does not:" : ""}\n`,
  );
  show(program, wrong);
  if (small) print(`\nkept as ${relative(process.cwd(), keepRegression(judge.sort, program, judged))}`);
}

/** Runs programs until one differs. @returns whether none did */
async function fuzz(judge: Judge, { runs, seed, jobs, rotate, shrink: small }: Options): Promise<boolean> {
  const progress = new Progress(judge.sort, runs);
  const done = new Map(judge.versions.map((version) => [version, 0]));
  let next = seed;
  let differing: { seed: number; version: string } | null = null;
  const worker = async (): Promise<void> => {
    while (next < seed + runs && differing === null && !stopped) {
      const mine = next++;
      const turn = judge.versions[mine % judge.versions.length];
      const only = rotate && turn !== undefined ? [turn] : judge.versions;
      for (const one of await judge.judge(draw(judge.grammar, mine).value, only)) {
        done.set(one.version, (done.get(one.version) ?? 0) + 1);
        if (!one.same) differing ??= { seed: mine, version: one.version };
      }
      progress.add();
    }
  };
  await Promise.all(Array.from({ length: AHEAD[judge.sort] * jobs }, worker));
  const counts = [...done].map(([version, count]) => `${version} (${String(count)})`).join(", ");
  progress.say("");
  if (stopped) print("stopped before the end");
  print(
    `${judge.sort}: ${String(next - seed)} programs in ${progress.seconds.toFixed(0)} s, ${progress.rate.toFixed(0)} a second; executions: ${counts}`,
  );
  if (differing === null) return true;
  const { seed: at, version } = differing as { seed: number; version: string };
  await report(judge, at, version, small, progress);
  return false;
}

async function newJudge(sort: Sort, options: Options): Promise<Judge | null> {
  const found = await interpretersAtHand();
  const wanted = found.filter(({ version }) => options.profile?.includes(version) ?? true);
  for (const version of options.profile ?? []) {
    if (!found.some((one) => one.version === version)) throw new Error(`CPython ${version} is not at hand`);
  }
  if (wanted.length === 0) return null;
  return sort === "single" ? new SingleJudge(wanted, options.jobs) : ThreadsJudge.start(wanted);
}

/** @returns the exit code: 0 when nothing differs, 1 for a difference, 2 when it cannot run as told, 130 after Ctrl-C */
async function main(args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args);
    for (const sort of options.sorts) {
      const judge = await newJudge(sort, options);
      if (judge === null) {
        print(
          "no CPython that the simulator knows is at hand: install one with pyenv, or name it with INTERLOOP_PYTHON",
        );
        return 2;
      }
      const same = await fuzz(judge, options);
      await judge.close();
      if (!same) return 1;
      if (stopped) return INTERRUPTED;
    }
    return 0;
  } catch (error) {
    // Commander has written its line already; it also ends this way after printing the help, with exit code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

process.exit(await main(process.argv.slice(2)));
