/** What the two processes tell each other: the jobs that go to the agent, and the messages that come back. */
import type { ChoiceKind } from "../kernel/chooser.js";
import type { Ending } from "../kernel/ending.js";
import type { ClockModel, Timing } from "../kernel/kernel.js";

/** The version of the protocol that is described here. */
export const PROTOCOL = 1;

/** In a job's `lines`: the files of the program itself. */
export const OWN_FILES = "program";

/** What a job says of the program and of its surroundings. */
export interface JobBody {
  /** The program's file, as an absolute path. */
  readonly program: string;
  /** Its arguments. */
  readonly argv: readonly string[];
  /** The folder that it runs in. */
  readonly cwd: string;
  readonly clock: ClockModel;
  readonly timing: Timing;
  /** The stdout model. */
  readonly stdout: "terminal" | "unbuffered";
  /** asyncio's debug mode from the beginning. */
  readonly debug: boolean;
  readonly maxSteps: number;
  /** In seconds of the virtual clock. */
  readonly maxTime: number;
  readonly maxThreads: number;
  /** Modules of which every source line is a scheduling point: by name, {@link OWN_FILES} for the program's own files; null for none. */
  readonly lines: readonly string[] | null;
  /** Whether every bytecode of them is one instead. */
  readonly opcodes: boolean;
  /** Whether to send the events. */
  readonly trace: boolean;
  /** Whether it may take place in a process that earlier executions have left as it was: false unless told. */
  readonly reuse?: boolean;
}

/**
 * Who decides, exactly one of: a schedule, as pairs of a choice's number and a code as in `Kernel.decisions`; the ways of the first choices; numbers
 * of 32 bits of which each is taken modulo the number of ways of its choice; or whoever is asked.
 */
export type Chosen =
  | { readonly decisions: readonly (readonly [number, number])[] }
  | { readonly ways: readonly number[] }
  | { readonly draws: readonly number[] }
  | { readonly ask: true };

/** One execution that the agent is to do. Its number is added on the way. */
export type Job = JobBody & Chosen;

/** One choice that was taken: kind, number of ways, way, whether another thread would preempt, and the threads (-1: time passes). */
export type ChoiceRow = readonly [
  kind: ChoiceKind,
  count: number,
  way: number,
  preempts: boolean,
  ids: readonly number[],
];

/** One event: time, thread, kind, cause, and the fields of its kind. */
export type EventRow = readonly [
  time: number,
  thread: number,
  kind: string,
  cause: number,
  fields: Readonly<Record<string, unknown>>,
];

/** An ending as the agent writes it: of an exception there is only the text, and of a value that was returned nothing. */
export type ForeignEnding =
  | { readonly kind: "returned" }
  | { readonly kind: "raised"; readonly text: string }
  /** It has to take place in a process of its own. */
  | { readonly kind: "again" }
  | Exclude<Ending, { readonly kind: "returned" | "raised" }>;

/** What came of a job. */
export interface ResultMessage {
  readonly type: "result";
  readonly ending: ForeignEnding;
  /** Bytes as UTF-8; a lone surrogate from U+DC80 to U+DCFF stands for a byte that is none. */
  readonly stdout: string;
  readonly stderr: string;
  /** The virtual clock at the end, in seconds. */
  readonly time: number;
  readonly steps: number;
  readonly preemptions: number;
  readonly decisions: readonly number[];
  readonly choices: readonly ChoiceRow[];
  readonly events: readonly EventRow[] | null;
}

/** A choice that the agent asks about. */
export interface Question {
  readonly type: "choose";
  readonly index: number;
  readonly kind: ChoiceKind;
  readonly count: number;
  readonly ids: readonly number[];
  readonly preempts: boolean;
  /** What each thread is about to do: its number, the operation, the object and the kind of access. */
  readonly pending: readonly (readonly [thread: number, operation: string, object: string | null, access: string])[];
}

/** What the agent says. */
export type Message =
  | { readonly type: "hello"; readonly protocol: number; readonly version: string; readonly pid: number }
  /** The process of an execution has ended: its exit status, or the number of the signal that killed it, made negative. */
  | { readonly type: "exit"; readonly pid: number; readonly status: number }
  /** The process that does a job. */
  | { readonly type: "started"; readonly pid: number }
  | Question
  | ResultMessage;
