/** Runs the command line inside a spec: its files, its streams and its clock are the spec's own. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Io, Sink } from "../../src/cli/io.js";
import { main } from "../../src/cli/program.js";

/** What one call of the command line did. */
export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with scenarios, and the command line in it. */
export class World {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "interloop-cli-")));

  /** Writes files, by their paths in the folder. */
  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  /** Calls the command line, with what is special about this call's surroundings. */
  async call(argv: readonly string[], special: Partial<Io> = {}): Promise<Result> {
    const written = { stdout: "", stderr: "" };
    const sink = (name: "stdout" | "stderr"): Sink => ({
      ...special[name],
      write(text) {
        // Bytes that are no text are shown one by one, as Latin-1 would.
        written[name] += typeof text === "string" ? text : Buffer.from(text).toString("latin1");
      },
    });
    const io: Io = {
      cwd: this.folder,
      env: {},
      command: "interloop",
      // The clock stands still, so that durations are the same on every machine.
      now: () => 0,
      pause: () => new Promise((resolve) => setImmediate(resolve)),
      onInterrupt: () => () => undefined,
      ...special,
      stdout: sink("stdout"),
      stderr: sink("stderr"),
    };
    const code = await main(argv, io);
    return { code, ...written };
  }

  /** Removes the folder. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What every TypeScript scenario of these specs begins with: one line, so that the next one is line 2. */
export const HEAD =
  'import { asyncio, builtins, print, sys, threading, time, type Blocking, type Coroutine } from "interloop";\n';
