/** What the command line needs of the world, so that a spec can stand in for it. */

/** Where text goes. */
export interface Sink {
  write(text: string): unknown;
  /** Whether a person reads along. */
  readonly isTTY?: boolean | undefined;
  /** The width of the terminal, in columns. */
  readonly columns?: number | undefined;
}

/** The world around one call of the command line. */
export interface Io {
  /** Carries the result and nothing else. */
  readonly stdout: Sink;
  /** Carries the program's own standard error, what is wrong, and the progress. */
  readonly stderr: Sink;
  /** The folder against which paths are resolved, and relative to which they are shown. */
  readonly cwd: string;
  /** Whether to colour what is written to a sink. */
  colours(sink: Sink): boolean;
  /** A clock for rates and durations, in seconds from any beginning. */
  now(): number;
  /** Lets other things happen, such as the arrival of a signal. */
  pause(): Promise<void>;
  /**
   * Calls `stop` when the user asks for an end.
   * @returns what takes that back
   */
  onInterrupt(stop: () => void): () => void;
}

/** Whether colour is wanted where nobody said so: on a terminal, unless NO_COLOR is set; FORCE_COLOR overrules both. */
export function wantsColour(sink: Sink, env: Readonly<Record<string, string | undefined>>): boolean {
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return sink.isTTY === true && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
}
