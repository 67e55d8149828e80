/**
 * Programs as plain data, and what they do. fast-check makes and shrinks the data; a law runs what it means.
 *
 * A program has plain threads and loops (each in a thread of its own), which share two locks, two events and a counter. Some programs deadlock;
 * that is an ending like any other.
 */
import {
  asyncio,
  type Blocking,
  builtins,
  type Coroutine,
  except,
  print,
  raise,
  type ReplayOptions,
  type Scenario,
  threading,
  time,
} from "interloop";
import fc from "fast-check";

/** What any thread can do, also while it runs a coroutine. */
export type Step =
  | { readonly do: "print"; readonly text: string }
  | { readonly do: "sleep"; readonly seconds: number }
  | { readonly do: "work"; readonly seconds: number }
  /** Reads the counter, gives way, and writes it back larger by 1. */
  | { readonly do: "add" }
  | { readonly do: "hold"; readonly lock: number; readonly body: readonly Step[] }
  | { readonly do: "set" | "clear"; readonly event: number }
  | { readonly do: "wait"; readonly event: number; readonly timeout: number }
  /** `call_soon_threadsafe` of a print, if the loop is there and open. */
  | { readonly do: "submit"; readonly loop: number; readonly text: string }
  | { readonly do: "raise"; readonly text: string };

/** What a coroutine can do. */
export type CoroutineStep =
  | Step
  /** `asyncio.sleep`. */
  | { readonly do: "pause"; readonly seconds: number }
  | { readonly do: "later"; readonly seconds: number; readonly text: string }
  | { readonly do: "task"; readonly body: readonly CoroutineStep[] }
  /** Cancels the task that this coroutine created so many tasks ago. */
  | { readonly do: "cancel"; readonly back: number }
  | { readonly do: "await"; readonly back: number };

export interface Program {
  readonly threads: readonly (readonly Step[])[];
  readonly loops: readonly (readonly CoroutineStep[])[];
}

interface Shared {
  counter: number;
  readonly locks: readonly threading.Lock[];
  readonly events: readonly threading.Event[];
  readonly loops: (asyncio.AbstractEventLoop | null)[];
}

function* submit(shared: Shared, loop: number, text: string): Blocking<void> {
  const target = shared.loops[loop] ?? null;
  if (target === null || target.is_closed()) return;
  try {
    yield* target.call_soon_threadsafe(() => print(text));
  } catch (error) {
    except(error, builtins.RuntimeError);
    yield* print(`${text} too late`);
  }
}

function* perform(shared: Shared, step: Step): Blocking<void> {
  switch (step.do) {
    case "print":
      return yield* print(step.text);
    case "sleep":
      return yield* time.sleep(step.seconds);
    case "work":
      return yield* time.work(step.seconds);
    case "add": {
      const seen = shared.counter;
      yield* time.sleep(0);
      shared.counter = seen + 1;
      return;
    }
    case "hold":
      return yield* (shared.locks[step.lock] as threading.Lock).with(() => performAll(shared, step.body));
    case "set":
      return yield* (shared.events[step.event] as threading.Event).set();
    case "clear":
      return yield* (shared.events[step.event] as threading.Event).clear();
    case "wait":
      yield* (shared.events[step.event] as threading.Event).wait(step.timeout);
      return;
    case "submit":
      return yield* submit(shared, step.loop, step.text);
    case "raise":
      return raise(new builtins.ValueError(step.text));
  }
}

function* performAll(shared: Shared, steps: readonly Step[]): Blocking<void> {
  for (const step of steps) yield* perform(shared, step);
}

function* coroutine(shared: Shared, steps: readonly CoroutineStep[]): Coroutine<void> {
  const tasks: asyncio.Task<void>[] = [];
  for (const step of steps) {
    switch (step.do) {
      case "pause":
        yield* asyncio.sleep(step.seconds);
        break;
      case "later":
        asyncio.get_running_loop().call_later(step.seconds, () => print(step.text));
        break;
      case "task":
        tasks.push(asyncio.create_task(coroutine(shared, step.body)));
        break;
      case "cancel":
        tasks.at(-step.back)?.cancel("enough");
        break;
      case "await":
        yield* awaiting(tasks.at(-step.back));
        break;
      default:
        yield* perform(shared, step);
    }
  }
}

function* awaiting(task: asyncio.Task<void> | undefined): Coroutine<void> {
  if (task === undefined) return;
  try {
    yield* task;
  } catch (error) {
    const { name } = except(error, [builtins.ValueError, asyncio.CancelledError]);
    yield* print(`awaited ${name}`);
  }
}

/** What a program means: its loops and threads are started in order, joined, and the counter is printed. */
export function scenarioOf(program: Program): Scenario {
  return function* main(): Blocking<void> {
    const shared: Shared = {
      counter: 0,
      locks: [new threading.Lock(), new threading.Lock()],
      events: [new threading.Event(), new threading.Event()],
      loops: program.loops.map(() => null),
    };
    const inLoop = (steps: readonly CoroutineStep[], at: number) =>
      function* runs(): Blocking<void> {
        const body = function* (): Coroutine<void> {
          shared.loops[at] = asyncio.get_running_loop();
          yield* coroutine(shared, steps);
        };
        yield* asyncio.run(body());
      };
    const bodies = [
      ...program.loops.map(inLoop),
      ...program.threads.map((steps) => (): Blocking<void> => performAll(shared, steps)),
    ];
    const threads = bodies.map((target) => new threading.Thread({ target }));
    for (const thread of threads) yield* thread.start();
    for (const thread of threads) yield* thread.join();
    yield* print("counter", shared.counter);
  };
}

// Few different times, so that many of them meet.
const seconds = fc.constantFrom(0.001, 0.5, 1, 1.0005, 2);
const text = fc.constantFrom("a", "b", "c");
const which = fc.nat({ max: 1 });
const back = fc.integer({ min: 1, max: 3 });

const plainSteps: readonly fc.Arbitrary<Step>[] = [
  fc.record({ do: fc.constant("print" as const), text }),
  fc.record({ do: fc.constant("sleep" as const), seconds }),
  fc.record({ do: fc.constant("work" as const), seconds }),
  fc.record({ do: fc.constant("add" as const) }),
  fc.record({ do: fc.constantFrom("set" as const, "clear" as const), event: which }),
  fc.record({ do: fc.constant("wait" as const), event: which, timeout: seconds }),
  fc.record({ do: fc.constant("submit" as const), loop: which, text }),
];

const { step, coroutineStep } = fc.letrec<{ step: Step; coroutineStep: CoroutineStep }>((tie) => ({
  step: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    ...plainSteps,
    fc.record({ do: fc.constant("raise" as const), text }),
    fc.record({ do: fc.constant("hold" as const), lock: which, body: fc.array(tie("step"), { maxLength: 2 }) }),
  ),
  coroutineStep: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("step"),
    fc.record({ do: fc.constant("pause" as const), seconds: fc.oneof(seconds, fc.constant(0)) }),
    fc.record({ do: fc.constant("later" as const), seconds, text }),
    fc.record({ do: fc.constantFrom("cancel" as const, "await" as const), back }),
    fc.record({ do: fc.constant("task" as const), body: fc.array(tie("coroutineStep"), { maxLength: 3 }) }),
  ),
}));

/** Any program: up to two threads and two loops, each with a few steps. */
export const anyProgram: fc.Arbitrary<Program> = fc.record({
  threads: fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 2 }),
  loops: fc.array(fc.array(coroutineStep, { maxLength: 4 }), { maxLength: 2 }),
});

/** A program so small that all of its schedules can be run. */
export const tinyProgram: fc.Arbitrary<Program> = fc.record({
  threads: fc.array(fc.array(step, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 1 }),
  loops: fc.constant([]),
});

/** Any way to simulate a program. */
export const anyOptions: fc.Arbitrary<ReplayOptions> = fc.record({
  python: fc.constantFrom("3.8", "3.11", "3.13", "3.14"),
  clock: fc.constantFrom("linux" as const, "frozen" as const),
  timing: fc.constantFrom("punctual" as const, "lagging" as const),
  stdout: fc.constantFrom("terminal" as const, "unbuffered" as const),
});

/** A seed for `simulate`. */
export const anySeed: fc.Arbitrary<number> = fc.nat();
