/** Small texts: colours, counts, and options in place of the library's names. */
import pc from "picocolors";
import type { Io, Sink } from "./io.js";

export type Colours = ReturnType<typeof pc.createColors>;

/** Colours for a sink: on a terminal, unless NO_COLOR is set; FORCE_COLOR overrules both. */
export function coloursFor(sink: Sink, { env }: Io): Colours {
  return pc.createColors(wantsColour(sink, env));
}

function wantsColour(sink: Sink, env: Io["env"]): boolean {
  const forced = env["FORCE_COLOR"] ?? "";
  if (forced !== "") return forced !== "0" && forced !== "false";
  return sink.isTTY === true && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
}

/** A count with its noun: `1 outcome`, `1,234 executions`. */
export function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** A whole number with commas between groups of three digits. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** A part of a whole: `83 %`, `0.4 %`, `<0.1 %`. */
export function share(part: number, whole: number): string {
  const percent = whole === 0 ? 0 : (100 * part) / whole;
  if (percent > 0 && percent < 0.1) return "<0.1 %";
  if (percent < 10 || (percent > 99 && percent < 100)) return `${String(Math.floor(percent * 10) / 10)} %`;
  return `${String(Math.round(percent))} %`;
}

const options: Readonly<Record<string, string>> = {
  maxExecutions: "--max",
  maxSteps: "--max-steps",
  maxThreads: "--max-threads",
  maxTime: "--max-time",
  pythonExe: "--python-exe",
  wallLimit: "--wall-limit",
};

/** Says `--max-steps` where the library says `maxSteps`. */
export function inOptions(text: string): string {
  return text.replace(
    /\b(?:max(?:Executions|Steps|Threads|Time)|pythonExe|wallLimit)\b/g,
    (name) => options[name] ?? name,
  );
}

/** A word as a POSIX shell reads it back. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
