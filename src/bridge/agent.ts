/** The agent on a real interpreter: takes jobs, each of which is one execution of a program in a process of its own, and gives their results. */
import type { Ending } from "../kernel/ending.js";
import { KernelBug, UsageError } from "../kernel/errors.js";
import { FrameReader } from "./frames.js";
import type { PythonInterpreter } from "./probe.js";
import { AGENT_FOLDER, AgentProcess } from "./process.js";
import { type Job, type Message, PROTOCOL, type Question } from "./protocol.js";
import { lost, type PythonResult, resultOf } from "./result.js";
import { placeOf } from "./stall.js";

/** What an agent can be told. */
export interface AgentOptions {
  /** After how many seconds without a word an execution is given up: 10 unless told; `Infinity` for never. */
  readonly wallLimit?: number;
  /** Whether its jobs may be recorded: only then is everything watched that a trace tells. */
  readonly trace?: boolean;
}

/** Answers a choice that an execution asks about: the number of the way, or how the execution ends instead. */
export type Decider = (question: Question) => number | Ending;

/** How long an execution may be silent unless told, in seconds. */
export const DEFAULT_WALL_LIMIT = 10;

/** An interpreter that can be given jobs. Close it when it is not needed any more: what belongs to it keeps this process alive. */
export interface Agent {
  /** The interpreter that it runs on. */
  readonly interpreter: PythonInterpreter;
  /**
   * Runs a program once, with a state of its own. Several executions can go on at a time.
   * @param job what to run; with `ask` every choice is asked of `decide`
   * @returns what came of it; whatever the program does is an ending
   * @throws KernelBug when the agent itself fails
   */
  execute(job: Job, decide?: Decider | null): Promise<PythonResult>;
  /** Ends all that is going on, which is rejected, and waits for its end. */
  close(): Promise<void>;
}

/** How long an interpreter may take to start, in milliseconds. */
const START_PATIENCE = 60_000;

/** How long to wait for the stack of an execution that hangs, and how long after its last line, in milliseconds. */
const DUMP_PATIENCE = 1000;
const DUMP_PAUSE = 50;

/** The exit status of an execution in which the agent itself went wrong. It says what on standard error. */
const AGENT_FAILED = 70;

/** The longest time that a timer takes, in milliseconds. */
export const TIMER_MAX = 2 ** 31 - 1;

/** A job whose result has not come. */
class Pending {
  readonly job: Job;
  readonly decide: Decider | null;
  readonly result: Promise<PythonResult>;
  resolve!: (result: PythonResult) => void;
  reject!: (error: Error) => void;
  /** The process that does it; 0 before it has begun. */
  pid = 0;
  /** How many characters the agent had written to standard error then. */
  complained = 0;
  timer: NodeJS.Timeout | undefined;

  constructor(job: Job, decide: Decider | null) {
    this.job = job;
    this.decide = decide;
    this.result = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // Who asks for results ahead of time may never look at them.
    this.result.catch(() => undefined);
  }
}

/** One interpreter with the agent in it, in processes of its own. */
export class PythonAgent implements Agent {
  readonly interpreter: PythonInterpreter;
  readonly #wallLimit: number;
  readonly #process: AgentProcess;
  readonly #frames = new FrameReader();
  readonly #pending = new Map<number, Pending>();
  /** Jobs that must wait until the one that asks is over: it reads the stream on which they would come. */
  readonly #waiting: number[] = [];
  #asking = 0;
  #lastJob = 0;
  /** One stack at a time: they all come on the same stream. */
  #dumping: Promise<void> = Promise.resolve();
  #begun!: () => void;
  #refused!: (error: Error) => void;
  readonly #ready: Promise<void>;
  #started = false;
  #closing: Promise<void> | null = null;

  /**
   * Starts the agent and waits until it can take jobs.
   * @throws UsageError when it cannot start on this interpreter, with what the interpreter says
   */
  static async start(interpreter: PythonInterpreter, options: AgentOptions = {}): Promise<PythonAgent> {
    const agent = new PythonAgent(interpreter, options);
    const timer = setTimeout(() => {
      agent.#fail(`no answer for ${String(START_PATIENCE / 1000)} s`);
    }, START_PATIENCE);
    try {
      await agent.#ready;
      return agent;
    } catch (error) {
      await agent.close();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  private constructor(interpreter: PythonInterpreter, options: AgentOptions) {
    this.interpreter = interpreter;
    this.#wallLimit = options.wallLimit ?? DEFAULT_WALL_LIMIT;
    this.#ready = new Promise((resolve, reject) => {
      this.#begun = resolve;
      this.#refused = reject;
    });
    this.#process = new AgentProcess(interpreter.path, options.trace === true ? ["--trace"] : [], {
      received: (chunk) => {
        this.#receive(chunk);
      },
      ended: (how) => {
        this.#fail(how);
      },
    });
  }

  /** Runs a program in a process of its own. With `ask` no other job begins meanwhile. */
  execute(job: Job, decide: Decider | null = null): Promise<PythonResult> {
    const pending = new Pending(job, decide);
    const id = ++this.#lastJob;
    this.#pending.set(id, pending);
    if (this.#closing !== null) this.#drop(id, pending, new KernelBug("a job for an agent that was closed"));
    else if (this.#asking === 0) this.#send(id, pending);
    else this.#waiting.push(id);
    return pending.result;
  }

  close(): Promise<void> {
    this.#closing ??= this.#process.close();
    for (const [id, pending] of this.#pending) this.#drop(id, pending, new KernelBug("the agent was closed"));
    return this.#closing;
  }

  #send(id: number, pending: Pending): void {
    if (pending.decide !== null) this.#asking = id;
    // Whether a process may be shared has to stand at the beginning of the line, where the agent looks for it.
    const { reuse = false, ...job } = pending.job;
    this.#process.send(`${JSON.stringify({ job: id, ...(reuse ? { reuse } : {}), ...job })}\n`);
  }

  #receive(chunk: Buffer): void {
    for (const { job, message } of this.#frames.push(chunk)) this.#handle(job, message as Message);
  }

  #handle(id: number, message: Message): void {
    if (message.type === "hello") this.#greet(message);
    else if (message.type === "exit") this.#bury(message);
    else {
      const pending = this.#pending.get(id);
      // The result of a job that was given up just before it came.
      if (pending === undefined) return;
      if (message.type === "started") this.#begin(id, pending, message.pid);
      else if (message.type === "choose") this.#answer(id, pending, message);
      else if (message.ending.kind === "again") this.#again(pending);
      else this.#settle(id, pending, resultOf(message));
    }
  }

  /** A program has done what it may do only in a process of its own. */
  #again(before: Pending): void {
    for (const [id, pending] of this.#pending) {
      if (pending !== before) continue;
      clearTimeout(pending.timer);
      pending.pid = 0;
      this.#process.send(`${JSON.stringify({ job: id, ...pending.job, reuse: false })}\n`);
    }
  }

  #greet({ protocol }: Extract<Message, { type: "hello" }>): void {
    if (protocol !== PROTOCOL) {
      this.#fail(`it speaks version ${String(protocol)} of the protocol instead of ${String(PROTOCOL)}`);
      return;
    }
    this.#started = true;
    this.#begun();
  }

  #begin(id: number, pending: Pending, pid: number): void {
    pending.pid = pid;
    pending.complained = this.#process.complained.length;
    if (this.#wallLimit === Infinity) return;
    const stalled = (): void => {
      this.#dumping = this.#dumping.then(() => this.#giveUp(id, pending));
    };
    pending.timer = setTimeout(stalled, Math.min(this.#wallLimit * 1000, TIMER_MAX));
  }

  #answer(id: number, pending: Pending, question: Question): void {
    pending.timer?.refresh();
    const answer = pending.decide === null ? 0 : pending.decide(question);
    if (typeof answer === "number") {
      this.#process.send(`${JSON.stringify({ answer: id, way: answer })}\n`);
      return;
    }
    killOne(pending.pid, "SIGKILL");
    this.#settle(id, pending, lost(answer));
  }

  /** A process has ended. Unless its result has come before, the program has ended it by other means than its own end. */
  #bury({ pid, status }: Extract<Message, { type: "exit" }>): void {
    for (const [id, pending] of this.#pending) {
      if (pending.pid !== pid) continue;
      const said = this.#process.complaintsSince(pending.complained).trim();
      if (status === AGENT_FAILED && said !== "") {
        this.#drop(id, pending, new KernelBug(`the agent failed\n${said}\n`));
        return;
      }
      const call = status < 0 ? `death by signal ${String(-status)}` : `os._exit(${String(status)})`;
      this.#settle(id, pending, lost({ kind: "escape", call }));
      return;
    }
  }

  /** Asks a silent execution where it is, and ends it. */
  async #giveUp(id: number, pending: Pending): Promise<void> {
    if (this.#pending.get(id) !== pending) return;
    const begun = performance.now();
    const { length } = this.#process.complained;
    killOne(pending.pid, "SIGUSR1");
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, DUMP_PAUSE));
      const now = performance.now();
      const { length: heard, at } = this.#process.complained;
      if (now - begun > DUMP_PATIENCE || (heard > length && now - at >= DUMP_PAUSE)) break;
    }
    // It may have ended after all.
    if (this.#pending.get(id) !== pending) return;
    killOne(pending.pid, "SIGKILL");
    const place = placeOf(this.#process.complaintsSince(length), AGENT_FOLDER, pending.job.program);
    this.#settle(id, pending, lost({ kind: "stalled", seconds: this.#wallLimit, place }));
  }

  #settle(id: number, pending: Pending, result: PythonResult): void {
    this.#remove(id, pending);
    pending.resolve(result);
    if (this.#asking === id) this.#goOn();
  }

  #drop(id: number, pending: Pending, error: Error): void {
    this.#remove(id, pending);
    pending.reject(error);
  }

  #remove(id: number, pending: Pending): void {
    clearTimeout(pending.timer);
    this.#pending.delete(id);
    this.#frames.drop(id);
  }

  /** Sends what had to wait. */
  #goOn(): void {
    this.#asking = 0;
    while (this.#asking === 0) {
      const id = this.#waiting.shift();
      if (id === undefined) return;
      const pending = this.#pending.get(id);
      if (pending !== undefined) this.#send(id, pending);
    }
  }

  /** The agent cannot go on. */
  #fail(how: string): void {
    if (this.#closing !== null) return;
    const said = this.#process.complaintsSince(0).trim();
    const { path, version } = this.interpreter;
    const text = `${path} (CPython ${version}): the agent ended: ${how}${said === "" ? "" : `\n${said}`}`;
    this.#refused(new UsageError(text));
    for (const [id, pending] of this.#pending) this.#drop(id, pending, new KernelBug(text));
    if (this.#started) void this.close();
  }
}

function killOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}
