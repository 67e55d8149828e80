/** Real interpreters that run programs of one thread: a process for each version, which is fed with lines and answers with lines. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { PythonInterpreter } from "../src/bridge/interpreters.js";
import { folder } from "./folder.js";
import type { Behaviour } from "./simulated.js";

/** A program as an interpreter gets it. */
export interface Job {
  readonly source: string;
  readonly clock: "linux" | "frozen";
}

/** The folder of the Python side of the bridge. */
const AGENT = join(folder, "..", "src", "bridge", "agent");

/** How long a program may take in real time, in milliseconds. */
const PATIENCE = 20_000;

interface Waiting {
  readonly line: string;
  readonly answer: (behaviour: Behaviour) => void;
}

/** A running interpreter. One that dies, or that a program keeps for too long, is replaced by a new one. */
export class Harness {
  readonly version: string;
  readonly #executable: string;
  #waiting: Waiting[] = [];
  #process: ChildProcess;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;

  constructor({ version, path }: PythonInterpreter) {
    this.version = version;
    this.#executable = path;
    this.#process = this.#start();
  }

  #start(): ChildProcess {
    const words = ["-X", "utf8", "-B", join(folder, "harness.py"), join(folder, "prelude.py"), AGENT];
    const env = { ...process.env, PYTHONHASHSEED: "0", PYTHONASYNCIODEBUG: "" };
    const started = spawn(this.#executable, words, { stdio: ["pipe", "pipe", "inherit"], env });
    const lines = createInterface({ input: started.stdout });
    let begun = false;
    lines.on("line", (line) => {
      if (begun) this.#answered(JSON.parse(line) as Behaviour);
      begun = true;
    });
    started.on("exit", () => {
      if (!this.#closed) this.#restart("the interpreter died");
    });
    started.stdin.on("error", () => undefined);
    return started;
  }

  #answered(behaviour: Behaviour): void {
    this.#waiting.shift()?.answer(behaviour);
    this.#watch();
  }

  /** Waits for the next answer. */
  #watch(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = this.#waiting.length === 0 ? null : setTimeout(() => this.#process.kill("SIGKILL"), PATIENCE);
  }

  /** The program that was running gets an ending, and the rest another process. */
  #restart(ending: string): void {
    this.#waiting.shift()?.answer({ output: "", ending, time: 0 });
    this.#process = this.#start();
    for (const { line } of this.#waiting) this.#process.stdin?.write(line);
    this.#watch();
  }

  /** Runs a program; many may wait at once. */
  run(job: Job): Promise<Behaviour> {
    return new Promise((answer) => {
      const line = `${JSON.stringify(job)}\n`;
      this.#waiting.push({ line, answer });
      this.#process.stdin?.write(line);
      if (this.#waiting.length === 1) this.#watch();
    });
  }

  /** Ends the interpreter. */
  close(): void {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#process.stdin?.end();
  }
}
