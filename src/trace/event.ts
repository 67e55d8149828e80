/**
 * What a trace is made of: schema version 1.
 *
 * A trace is a header (which Python was simulated, and how), the events in the order in which they happened, and how the run
 * ended. An event is plain data. Besides what its kind says about it, it has
 *
 * - `seq`: its number in the run, from 1;
 * - `time`: the virtual clock when it happened, in seconds;
 * - `thread`: the number of the thread that did it, from 0 (the main thread); {@link CLOCK} where time itself passed;
 * - `kind`: what happened, a key of {@link eventKinds};
 * - `cause`: the `seq` of the event that it follows from, 0 for none. What a thread does follows from what made it run:
 *   a callback's doings from its `ready.run`, that from the `ready.append`, and so on up to the beginning.
 *
 * A new version of the schema is needed when a kind or a field goes away or changes its meaning. One that is added needs none: a
 * reader that does not know it refuses the trace and names it.
 */
import type { Ending } from "../kernel/ending.js";
import type { ClockModel, Timing } from "../kernel/kernel.js";

/** The version of the schema that is described here. */
export const TRACE_SCHEMA = 1;

/** The `thread` of an event that no thread did: the virtual clock moved on while all of them waited. */
export const CLOCK = -1;

/** What a field can hold; `?` is for one that can be null. */
export type FieldType = "text" | "number" | "number?" | "text?";

/**
 * Every kind of event, with its fields. A number that is not finite (a timer for never) is written as null.
 * Objects have labels such as `lock 2`: their kind, and their number among the objects of this kind, by creation.
 */
export const eventKinds = {
  // ---- threads -------------------------------------------------------------------------------------------------------
  /** `start()` was called: thread number `child` can go on from now on. */
  "thread.start": { child: "number", name: "text" },
  /** The new thread's first action. */
  "thread.begin": { name: "text" },
  /** The thread's last action. */
  "thread.end": {},
  /** Another thread goes next, although this one could have gone on. */
  "thread.preempt": { to: "number" },
  /** The thread is stopped: what it is about to do, on which object, and the time at which it gives up (null: never). */
  "thread.wait": { operation: "text", object: "text?", until: "number?" },
  /** The thread goes on after a wait; `by` is `gate` when what it waited for came, `time` when its time was up. */
  "thread.wake": { by: "text" },
  /** The main thread and all that Python waits for have ended; daemon threads stop here. What follows is the freeing of what was left. */
  "interpreter.exit": {},
  /** The clock moved on and threads whose time was up can go on. */
  "clock.advance": {},

  // ---- locks and other things that threads share ---------------------------------------------------------------------
  "lock.acquire": { lock: "text" },
  "lock.release": { lock: "text" },
  /** `count` waiters were freed. */
  "condition.notify": { condition: "text", count: "number" },
  "event.set": { event: "text" },
  "event.clear": { event: "text" },
  "semaphore.acquire": { semaphore: "text" },
  /** `count` was added to it. */
  "semaphore.release": { semaphore: "text", count: "number" },
  /** `state` is `filling`, `draining`, `resetting` or `broken`. */
  "barrier.state": { barrier: "text", state: "text" },
  /** An item was put in. */
  "queue.put": { queue: "text" },
  /** An item was taken out, or handed over. */
  "queue.get": { queue: "text" },
  /** The last unfinished task is done. */
  "queue.done": { queue: "text" },
  "queue.shutdown": { queue: "text" },
  /** A future of `concurrent.futures` has changed; `state` is CPython's name for it, such as `FINISHED`. */
  "concurrent.state": { future: "text", state: "text" },
  /** Text reached the terminal; `stream` is `stdout` or `stderr`. */
  write: { stream: "text", text: "text" },

  // ---- event loops ---------------------------------------------------------------------------------------------------
  "loop.run": { loop: "text" },
  "loop.stop": { loop: "text" },
  "loop.close": { loop: "text" },
  /** An iteration begins: how long the loop would wait for something to do, in seconds (null: for ever). */
  "loop.select": { loop: "text", timeout: "number?" },
  /** Something was appended to the loop's ready queue. */
  "ready.append": { loop: "text", what: "text" },
  /** It is taken from there and run. */
  "ready.run": { loop: "text", what: "text" },
  /** A timer was put on the loop's heap, due at `when` on the virtual clock, in seconds (null: never). */
  "timer.push": { loop: "text", what: "text", when: "number?" },
  "handle.cancel": { handle: "text" },
  /** A byte was written to a loop's self-pipe, which wakes the loop. */
  "pipe.write": { pipe: "text" },
  /** The loop has read all bytes from its self-pipe. */
  "pipe.read": { pipe: "text" },

  // ---- futures and tasks of event loops ------------------------------------------------------------------------------
  /** A future or a task is done; `state` is `cancelled`, `finished` or `failed`. */
  "future.done": { future: "text", state: "text" },
  "task.create": { task: "text" },
  /** `cancel()` was called and has an effect. */
  "task.cancel": { task: "text" },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldType>>>>;

/** The name of a kind of event. */
export type EventKind = keyof typeof eventKinds;

interface FieldValues {
  text: string;
  number: number;
  "number?": number | null;
  "text?": string | null;
}

/** What every event has. */
export interface EventHead<K extends EventKind> {
  readonly seq: number;
  readonly time: number;
  readonly thread: number;
  readonly kind: K;
  readonly cause: number;
}

/** An event of one kind. */
export type EventOf<K extends EventKind> = EventHead<K> & {
  readonly [F in keyof (typeof eventKinds)[K]]: (typeof eventKinds)[K][F] extends keyof FieldValues
    ? FieldValues[(typeof eventKinds)[K][F]]
    : never;
};

/** One event: what it is can be told from its `kind`. */
export type Event = { [K in EventKind]: EventOf<K> }[EventKind];

/** What was simulated, and how. */
export interface TraceHeader {
  readonly schema: typeof TRACE_SCHEMA;
  /** The full CPython version. */
  readonly python: string;
  readonly clock: ClockModel;
  readonly timing: Timing;
  /** The stdout model. */
  readonly stdout: string;
  /** Whether the run began in debug mode. */
  readonly debug: boolean;
}

/** How a recorded run ended. */
export interface TraceEnding {
  readonly ending: Ending["kind"];
  /** The ending in words, of one line or more. */
  readonly text: string;
  /** The virtual clock at the end, in seconds. */
  readonly time: number;
  /** How many visible operations were done. */
  readonly steps: number;
  /** The choices that were taken: what `replay()` needs to give the same run again. */
  readonly schedule: string;
}

/** A recorded run, as plain data. */
export interface Trace {
  readonly header: TraceHeader;
  readonly events: readonly Event[];
  readonly ending: TraceEnding;
}
