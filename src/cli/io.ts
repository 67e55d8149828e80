/** What the command line needs of the world, so that a spec can stand in for it. */

/** Where text goes, and bytes that are no text. */
export interface Sink {
  write(text: string | Uint8Array): unknown;
  /** Whether it is a terminal, where a person reads along. */
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
  /** Environment variables, of which those about colour are read, and those that lead to interpreters. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How the user calls this program: `interloop` or `npx interloop`. */
  readonly command: string;
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
