/** The recordings under `traces/`: what real CPython printed for each `program.py`. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One way in which a program behaved. */
export interface Output {
  readonly stdout: string;
  readonly stderr: string;
  /** The exit status; minus the number of a signal; or that the program never ended. */
  readonly exit: number | "hung";
}

/** One judge case. */
export interface Case {
  readonly name: string;
  /** The path of `scenario.ts`, or null where there is none. */
  readonly scenario: string | null;
  /** Whether the recording was made of the program that lies beside it. */
  readonly current: boolean;
  /** Whether several outputs were seen in some version. */
  readonly varies: boolean;
  /** Every output that was seen, by the full version of CPython. */
  readonly outputs: ReadonlyMap<string, readonly Output[]>;
}

interface Recording {
  readonly program: string;
  readonly behaviours: readonly ({ readonly versions: readonly string[] } & (
    Output | { readonly outputs: readonly Output[] }
  ))[];
}

const folder = new URL("../../traces/", import.meta.url);

/** The case of a folder under `traces/`. */
function readCase(name: string): Case {
  const here = new URL(`${name}/`, folder);
  const { program, behaviours } = JSON.parse(readFileSync(new URL("recorded.json", here), "utf8")) as Recording;
  const outputs = new Map<string, readonly Output[]>();
  for (const behaviour of behaviours) {
    const seen = "outputs" in behaviour ? behaviour.outputs : [behaviour];
    for (const version of behaviour.versions) outputs.set(version, seen);
  }
  const source = readFileSync(new URL("program.py", here));
  const scenario = new URL("scenario.ts", here);
  return {
    name,
    scenario: existsSync(scenario) ? fileURLToPath(scenario) : null,
    current: createHash("sha256").update(source).digest("hex") === program,
    varies: behaviours.some((behaviour) => "outputs" in behaviour),
    outputs,
  };
}

/** All judge cases that have been recorded, by name. */
export function readCases(): Case[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/recorded.json`, folder)))
    .map(({ name }) => readCase(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
