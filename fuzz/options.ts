/** The options of `npm run fuzz`. */
import { Command, InvalidArgumentError } from "commander";
import { versions } from "interloop";
import type { Sort } from "./judge.js";

/** What the fuzzer is told. */
export interface Options {
  /** How many programs of each sort. */
  readonly runs: number;
  /** The versions that are wanted; null for all that are at hand. */
  readonly profile: readonly string[] | null;
  readonly seed: number;
  readonly sorts: readonly Sort[];
  readonly jobs: number;
  /** Whether each program runs in one version, in turn, instead of in all. */
  readonly rotate: boolean;
  /** Whether a program that differs is made as small as it gets, and kept. */
  readonly shrink: boolean;
}

function whole(from: number, to: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= from && number <= to) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${String(from)} to ${String(to)}.`);
  };
}

function profile(text: string): readonly string[] | null {
  if (text === "all") return null;
  return text.split(",").map((name) => {
    const found = versions.find((version) => version === name || version.startsWith(`${name}.`));
    if (found !== undefined) return found;
    throw new InvalidArgumentError(`It must be all, or versions of ${versions.join(", ")} with commas between them.`);
  });
}

/**
 * Reads the options.
 * @throws CommanderError for wrong ones, after one line that says what is wrong
 */
export function readOptions(args: readonly string[]): Options {
  const { threads, single, ...others } = new Command("npm run fuzz --")
    .description("Runs random programs in the simulator and under real CPythons, until one does not do the same.")
    .option("--runs <number>", "how many programs of each sort", whole(1, 1e9), 1000)
    .option("--profile <versions>", "versions such as 3.8.18,3.13 (default: all)", profile)
    .option("--seed <number>", "the number of the first program", whole(0, 1e9), 1)
    .option("--single", "programs of one thread only")
    .option("--threads", "programs of several threads only")
    .option("--jobs <number>", "how many processes each version has", whole(1, 64), 1)
    .option("--rotate", "run each program in one of the versions, in turn, instead of in all", false)
    .option("--no-shrink", "show a program that differs as it is, and do not keep it")
    .allowExcessArguments(false)
    .exitOverride()
    .parse([...args], { from: "user" })
    .opts<
      Omit<Options, "sorts" | "profile"> & Partial<Pick<Options, "profile">> & { threads?: boolean; single?: boolean }
    >();
  const both = threads === single;
  return {
    profile: null,
    ...others,
    sorts: (["single", "threads"] as const).filter((sort) => both || (sort === "single") === (single === true)),
  };
}
