/**
 * The agent on the CPython of the npm package `pyodide`, where no other interpreter is found. It has no processes and no threads: each execution has a worker
 * thread with an interpreter of its own, which begins with a copy of a prepared one's memory.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { KernelBug, UsageError } from "../kernel/errors.js";
import { type Agent, type AgentOptions, type Decider, DEFAULT_WALL_LIMIT, TIMER_MAX } from "./agent.js";
import { EMBEDDED_FOLDER, EmbeddedWorker, type Prepared, type Said } from "./embedded.js";
import type { PythonInterpreter } from "./probe.js";
import type { Job, Question } from "./protocol.js";
import { lost, type PythonResult, resultOf } from "./result.js";
import { placeOf } from "./stall.js";

/** How long to wait for the stack of an execution that hangs, in milliseconds. */
const STACK_PATIENCE = 1000;

/** How many executions go on at a time. */
const MOST = Math.max(1, availableParallelism());

/** The status of an execution in which the agent itself went wrong. */
const AGENT_FAILED = 70;

/**
 * The interpreter of the npm package `pyodide`, which is looked for from this package and from a folder.
 * @param cwd a folder of the user's project
 * @returns undefined when it is not installed; its version is what the package says, the agent's is what it says itself
 */
export function findPyodide(cwd: string): PythonInterpreter | undefined {
  for (const from of [import.meta.url, join(cwd, "package.json")]) {
    try {
      const resolver = createRequire(from);
      const lock = readFileSync(resolver.resolve("pyodide/pyodide-lock.json"), "utf8");
      const { python: version } = (JSON.parse(lock) as { readonly info: { readonly python: string } }).info;
      const path = resolver.resolve("pyodide/pyodide.mjs");
      return { path, version, minor: Number(version.split(".")[1]), embedded: true };
    } catch {
      // It is not there.
    }
  }
  return undefined;
}

/** Executions on the embedded interpreter. Close it when it is not needed any more. */
export class EmbeddedAgent implements Agent {
  readonly interpreter: PythonInterpreter;
  readonly #wallLimit: number;
  readonly #tracing: boolean;
  readonly #memory: Uint8Array;
  readonly #going = new Set<Execution>();
  /** Who waits for an execution to end. */
  readonly #waiting: (() => void)[] = [];
  #closed = false;

  /**
   * Loads the interpreter, and prepares it.
   * @throws UsageError when it cannot be loaded
   */
  static async start(interpreter: PythonInterpreter, options: AgentOptions = {}): Promise<EmbeddedAgent> {
    const tracing = options.trace === true;
    return new EmbeddedAgent(interpreter, await prepare(interpreter, tracing), tracing, options.wallLimit);
  }

  private constructor(
    interpreter: PythonInterpreter,
    { version, memory }: Prepared,
    tracing: boolean,
    wallLimit = DEFAULT_WALL_LIMIT,
  ) {
    this.interpreter = { ...interpreter, version, minor: Number(version.split(".")[1]) };
    this.#memory = memory;
    this.#tracing = tracing;
    this.#wallLimit = wallLimit;
  }

  async execute(job: Job, decide: Decider | null = null): Promise<PythonResult> {
    while (this.#going.size >= MOST && !this.#closed) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    if (this.#closed) throw new KernelBug("a job for an agent that was closed");
    const worker = new EmbeddedWorker(this.interpreter.path, this.#tracing, this.#memory);
    const execution = new Execution(worker, job, decide, this.#wallLimit);
    this.#going.add(execution);
    try {
      return await execution.result;
    } finally {
      await worker.end();
      this.#going.delete(execution);
      this.#waiting.shift()?.();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const resolve of this.#waiting.splice(0)) resolve();
    await Promise.all([...this.#going].map((execution) => execution.abort(new KernelBug("the agent was closed"))));
  }
}

/** What was prepared, by what it is: it takes seconds, and serves every agent of this process. */
const prepared = new Map<string, Promise<Prepared>>();

/** @throws UsageError when the interpreter cannot be prepared */
async function prepare({ path }: PythonInterpreter, tracing: boolean): Promise<Prepared> {
  const key = `${String(tracing)} ${path}`;
  let result = prepared.get(key);
  if (result === undefined) prepared.set(key, (result = prepareNow(path, tracing)));
  try {
    return await result;
  } catch (error) {
    prepared.delete(key);
    throw error;
  }
}

/** Has an interpreter prepared in a thread of its own. */
async function prepareNow(path: string, tracing: boolean): Promise<Prepared> {
  const worker = new EmbeddedWorker(path, tracing, null);
  try {
    return await new Promise<Prepared>((resolve, reject) => {
      const failed = (error: Error): void => {
        reject(new UsageError(`${path}: this package pyodide cannot be loaded: ${error.message}`));
      };
      worker.listen((said) => {
        if (said.type === "prepared") resolve(said);
      }, failed);
    });
  } finally {
    await worker.end();
  }
}

/** One execution, in a thread of its own. */
class Execution {
  readonly result: Promise<PythonResult>;
  readonly #worker: EmbeddedWorker;
  readonly #job: Job;
  readonly #decide: Decider | null;
  readonly #wallLimit: number;
  #timer: NodeJS.Timeout | undefined;
  #resolve!: (result: PythonResult) => void;
  #reject!: (error: Error) => void;

  constructor(worker: EmbeddedWorker, job: Job, decide: Decider | null, wallLimit: number) {
    this.#worker = worker;
    this.#job = job;
    this.#decide = decide;
    this.#wallLimit = wallLimit;
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    worker.listen(
      (said) => {
        this.#hear(said);
      },
      (error) => {
        this.#fail(new KernelBug(`the embedded interpreter failed: ${error.message}`));
      },
    );
    worker.give(job, foldersOf(job));
  }

  /** Ends it from outside. */
  abort(error: Error): Promise<void> {
    this.#fail(error);
    return this.#worker.end();
  }

  #hear(said: Said): void {
    if (said.type === "ready") this.#watch();
    else if (said.type === "choose") this.#answer(said);
    else if (said.type === "result") this.#settle(resultOf(said));
    else if (said.type === "stack") this.#stall(said.stack);
    else if (said.type === "over") this.#bury(said);
  }

  /** Gives the program so much time until its next word. */
  #watch(): void {
    if (this.#wallLimit === Infinity) return;
    clearTimeout(this.#timer);
    const silent = (): void => {
      this.#worker.askPlace();
      this.#timer = setTimeout(() => {
        this.#stall("");
      }, STACK_PATIENCE);
    };
    this.#timer = setTimeout(silent, Math.min(this.#wallLimit * 1000, TIMER_MAX));
  }

  #answer(question: Question): void {
    this.#watch();
    const answer = this.#decide === null ? 0 : this.#decide(question);
    if (typeof answer === "number") this.#worker.answer(answer);
    else this.#settle(lost(answer));
  }

  #stall(stack: string): void {
    const place = placeOf(stack, EMBEDDED_FOLDER, this.#job.program);
    this.#settle(lost({ kind: "stalled", seconds: this.#wallLimit, place }));
  }

  /** The interpreter has ended. Unless its result has come before, the program has ended it, or the agent. */
  #bury({ status, said }: Extract<Said, { type: "over" }>): void {
    if (status === AGENT_FAILED) this.#fail(new KernelBug(`the agent failed\n${said}\n`));
    const call = status === null ? `death of the interpreter: ${firstLine(said)}` : `os._exit(${String(status)})`;
    this.#settle(lost({ kind: "escape", call }));
  }

  #settle(result: PythonResult): void {
    clearTimeout(this.#timer);
    this.#resolve(result);
  }

  #fail(error: Error): void {
    clearTimeout(this.#timer);
    this.#reject(error);
  }
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

/** What a program sees of this machine: its own folder, and the one that it runs in; of one inside the other only the outer one. */
function foldersOf({ program, cwd }: Job): string[] {
  const own = dirname(program);
  const folders = isInside(own, cwd) ? [cwd] : isInside(cwd, own) ? [own] : [own, cwd];
  // The interpreter has a root of its own.
  return folders.filter((folder) => dirname(folder) !== folder);
}

function isInside(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path !== ".." && !path.startsWith(`..${sep}`);
}
