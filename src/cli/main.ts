#!/usr/bin/env node
/** The executable: connects the command line with this process. */
import type { Io } from "./io.js";
import { main } from "./program.js";

/** The exit code of a process that Ctrl-C has ended. */
const INTERRUPTED = 130;

const io: Io = {
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  command: process.env["npm_command"] === "exec" ? "npx interloop" : "interloop",
  now: () => performance.now() / 1000,
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  onInterrupt(stop) {
    let asked = false;
    const listener = (): void => {
      // Who asks twice does not want to wait for the report.
      if (asked) process.exit(INTERRUPTED);
      asked = true;
      stop();
    };
    process.on("SIGINT", listener);
    return () => process.off("SIGINT", listener);
  },
};

// Whoever reads may stop reading, as `head` does. That is no error, and nobody is there to be told.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

// The process ends by itself when everything is written; ending it here could cut the output.
process.exitCode = await main(process.argv.slice(2), io);
