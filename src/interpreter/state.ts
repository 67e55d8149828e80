/** What CPython keeps per interpreter and per thread: the run's counters and streams, and each thread's context and running loop. */
import { hex_address } from "../builtins/address.js";
import { AttributeError } from "../builtins/exceptions.js";
import { RunLocal, current } from "../kernel/current.js";
import type { Kernel } from "../kernel/kernel.js";
import type { Blocking } from "../kernel/traps.js";
import { defaultVersion, profileOf, type Profile } from "./profile.js";
import { TextStream, type StdoutModel } from "./streams.js";

/** The bindings of one context: immutable, so that a copy is a reference. */
export type Bindings = ReadonlyMap<object, unknown>;

export const noBindings: Bindings = new Map<object, unknown>();

/** What a thread state knows of the context that it is in; the class is in `contextvars`. */
export interface EnteredContext {
  bindings: Bindings;
  entered: boolean;
}

/** What asynchronous generators tell somebody: that they are iterated for the first time, and that they are freed before their end. */
export interface AsyncGeneratorHooks {
  readonly firstiter: ((agen: never) => unknown) | null;
  readonly finalizer: ((agen: never) => unknown) | null;
}

export const noHooks: AsyncGeneratorHooks = { firstiter: null, finalizer: null };

/** What CPython keeps for a thread. */
export class ThreadState {
  /** The bindings that code of this thread sees now. */
  bindings: Bindings = noBindings;
  /**
   * The context object that those bindings belong to; `null` while it is a private copy that nobody has asked for. Handles and tasks have such a
   * private copy, and making the object only on demand is what makes a callback cheap.
   */
  context: EnteredContext | null = null;
  /** asyncio's running loop of this thread. */
  runningLoop: unknown = null;
  /** The `threading.Thread` object. */
  thread: unknown = null;
  /** What Python's `sys.set_asyncgen_hooks` sets. */
  asyncgenHooks: AsyncGeneratorHooks = noHooks;
}

/** What CPython keeps for an interpreter: one run's. */
export class Interpreter {
  readonly profile: Profile;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  /** asyncio's debug mode, as PYTHONASYNCIODEBUG sets it. */
  readonly debug: boolean;
  /** The numbers of `Task-N`, `Thread-N` and `Dummy-N`. */
  taskNumber = 0;
  threadNumber = 0;
  /** How many coroutine objects of `wait_for` have not been awaited. */
  dormantWaits = 0;
  /** Called at the end of the main thread, before the other threads are waited for, and after that: the last one first. */
  readonly atThreadsEnd: (() => Blocking<void>)[] = [];
  readonly atExit: (() => Blocking<void>)[] = [];
  /** The event loops that may still have tasks when the program ends. */
  readonly loops = new Set<{ _destroy_tasks(): Blocking<void>; _collect(): Blocking<void> }>();
  /** The futures and tasks that the program has no reference to any more. */
  readonly unreferenced = new WeakSet<object>();
  /** What is to be said at the end about objects that were never looked at. */
  readonly unretrieved = new Set<{ _report_unretrieved(): Blocking<void> }>();

  constructor(profile: Profile, model: StdoutModel, debug: boolean) {
    this.profile = profile;
    this.debug = debug;
    this.stdout = new TextStream("stdout", model);
    this.stderr = new TextStream("stderr", "terminal");
  }

  /**
   * Refuses an attribute that the simulated version does not have.
   * @throws AttributeError `'…' object has no attribute '…'`
   */
  requires(feature: "cancellingCount" | "getContext", owner: string, attribute: string): void {
    if (!this.profile[feature]) throw new AttributeError(`'${owner}' object has no attribute '${attribute}'`);
  }

  /** What the trace calls an object that has no name: its kind and its number among the objects of that kind. */
  label(kind: string, object: object): string {
    let label = this.#labels.get(object);
    if (label === undefined) {
      const number = (this.#counts.get(kind) ?? 0) + 1;
      this.#counts.set(kind, number);
      label = `${kind} ${String(number)}`;
      this.#labels.set(object, label);
    }
    return label;
  }
  readonly #labels = new Map<object, string>();
  readonly #counts = new Map<string, number>();

  /** Writes a warning to standard error, as Python does once for each text; no other thread comes between. Python ignores a ResourceWarning. */
  warn(category: string, text: string): void {
    if (category === "ResourceWarning") return;
    const line = `<scenario>:1: ${category}: ${text}\n`;
    if (this.#warned.has(line)) return;
    this.#warned.add(line);
    this.stderr.append(current(), line);
  }
  readonly #warned = new Set<string>();

  /** A stand-in for the address of an object, such as `0x7f0000000040`. */
  addressOf(object: object): string {
    return hex_address(object);
  }
}

const interpreters = new RunLocal<Interpreter>(() => new Interpreter(profileOf(defaultVersion), "terminal", false));

/** Gives a run its interpreter, before it starts. */
export function installInterpreter(kernel: Kernel, interpreter: Interpreter): void {
  interpreters.set(kernel, interpreter);
}

/** The current run's interpreter. @throws UsageError outside a run */
export function interpreter(): Interpreter {
  return interpreters.get();
}

/** The current thread's state. @throws UsageError outside a run */
export function threadState(): ThreadState {
  const thread = current().thread;
  if (thread?.local instanceof ThreadState) return thread.local;
  const state = new ThreadState();
  if (thread !== null) thread.local = state;
  return state;
}
