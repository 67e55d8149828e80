/** The agent's processes: started as a group of their own, and ended as one. */
import { type ChildProcess, spawn } from "node:child_process";
import type { Socket } from "node:net";
import { fileURLToPath } from "node:url";

/** The folder of the agent, in the sources also where the build is running: Python is shipped as it is written. */
export const AGENT_FOLDER = fileURLToPath(new URL("../../src/bridge/agent", import.meta.url));

/** The file descriptors of the agent. Through the last one nothing is said: when it closes, whoever has started the agent is gone. */
const JOBS = 3;
const RESULTS = 4;
const LIFE = 5;

/** What of the variables PYTHON… reaches the agent: where modules are. The others would make runs differ from machine to machine. */
const KEPT: readonly string[] = ["PYTHONHOME", "PYTHONPATH", "PYTHONNOUSERSITE"];

/** How much of what the agent writes to standard error is kept, in characters. */
const COMPLAINTS_MAX = 100_000;

/** How long to wait for the processes' end after they were killed, in milliseconds. */
const PATIENCE = 5000;

/** How long to wait for the last words of a process that has ended, in milliseconds. */
const LAST_WORDS = 200;

/** What wants to know of the processes. */
export interface Listener {
  /** Something has arrived from them. */
  received(chunk: Buffer): void;
  /** The first of them has ended. @param how such as `exit code 1` */
  ended(how: string): void;
}

/** The groups that are alive. */
const alive = new Set<AgentProcess>();

function killAll(): void {
  for (const agent of alive) agent.kill();
}

/** The agent's group of processes. */
export class AgentProcess {
  readonly #child: ChildProcess;
  readonly #closed: Promise<void>;
  #complaints = "";
  #forgotten = 0;
  #heardAt = 0;

  /**
   * @param python the interpreter's executable
   * @param args what the agent is told from the beginning
   */
  constructor(python: string, args: readonly string[], listener: Listener) {
    this.#child = spawn(python, ["-X", "utf8", "-B", `${AGENT_FOLDER}/__main__.py`, ...args], {
      env: environment(KEPT),
      // A session of its own: Ctrl-C is for this process to handle, and the group can be killed as a whole.
      detached: true,
      stdio: ["ignore", "ignore", "pipe", "pipe", "pipe", "pipe"],
    });
    this.#closed = new Promise((resolve) => {
      this.#child.once("close", () => {
        this.#forget();
        resolve();
      });
    });
    if (alive.size === 0) process.on("exit", killAll);
    alive.add(this);
    this.#listen(listener);
  }

  /** Sends lines to the agent. */
  send(line: string): void {
    (this.#child.stdio[JOBS] as Socket).write(line);
  }

  /** How many characters the agent has written to standard error so far, and when the last ones came (`performance.now()`). */
  get complained(): { readonly length: number; readonly at: number } {
    return { length: this.#forgotten + this.#complaints.length, at: this.#heardAt };
  }

  /** What the agent has written to standard error since it had written so many characters. */
  complaintsSince(length: number): string {
    return this.#complaints.slice(Math.max(0, length - this.#forgotten));
  }

  /** Ends all processes at once. */
  kill(): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // They have ended already.
    }
  }

  /** Ends all processes, and waits until they have. */
  async close(): Promise<void> {
    this.kill();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE);
    });
    // The streams close when the last process that holds them has ended.
    await Promise.race([this.#closed, late]);
    clearTimeout(timer);
    this.#forget();
  }

  #forget(): void {
    alive.delete(this);
    if (alive.size === 0) process.off("exit", killAll);
  }

  #listen(listener: Listener): void {
    const child = this.#child;
    for (const at of [JOBS, RESULTS, LIFE]) {
      // A stream that breaks because the agent has died: its end is told below.
      (child.stdio[at] as Socket | null)?.on("error", () => undefined);
    }
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#complain(text);
    });
    (child.stdio[RESULTS] as Socket | null)?.on("data", (chunk: Buffer) => {
      listener.received(chunk);
    });
    child.once("error", (error) => {
      listener.ended(error.message);
    });
    child.once("exit", (code, signal) => {
      const how = signal === null ? `exit code ${String(code)}` : `signal ${signal}`;
      // What it wrote before its end may still be on its way.
      const told = setTimeout(() => {
        listener.ended(how);
      }, LAST_WORDS);
      void this.#closed.then(() => {
        clearTimeout(told);
        listener.ended(how);
      });
    });
  }

  #complain(text: string): void {
    this.#heardAt = performance.now();
    const whole = this.#complaints + text;
    const kept = whole.slice(-COMPLAINTS_MAX);
    this.#forgotten += whole.length - kept.length;
    this.#complaints = kept;
  }
}

/** The variables that an agent is started with. @param kept what of the variables PYTHON… it gets */
export function environment(kept: readonly string[]): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith("PYTHON") || kept.includes(name));
  // The order of sets of texts must not differ from run to run.
  return { ...Object.fromEntries(others), PYTHONHASHSEED: "0" };
}
