/** Laws of event loops: what a program may rely on, whatever the schedule. */
import {
  asyncio,
  type Blocking,
  type Coroutine,
  heapq,
  type ReplayOptions,
  type Run,
  simulate,
  threading,
  time,
} from "interloop";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyOptions, anySeed } from "./programs.js";

type Loop = asyncio.AbstractEventLoop;

/** Runs a loop until `setup`'s callbacks have stopped it or a long time has passed. */
function runLoop(setup: (loop: Loop) => void, options: ReplayOptions & { readonly seed?: number } = {}): Run {
  const program = function* (): Blocking<void> {
    const loop = asyncio.new_event_loop();
    setup(loop);
    loop.call_later(10_000, loop.stop);
    yield* loop.run_forever();
  };
  const run = simulate(program, options);
  expect(run.endingText + run.stderr).toBe("returned");
  return run;
}

/** A random run's options. */
const anyRun = fc.record({ options: anyOptions, seed: anySeed }).map(({ options, seed }) => ({ ...options, seed }));

/** The same where the clock only moves while nothing can run, so that a loop is not stopped before it is through. */
const anyPunctualRun = anyRun.map((options) => ({ ...options, timing: "punctual" as const }));

describe("callbacks", () => {
  /** A callback: its name, those that it submits when it runs, and how many callbacks before it, by name, it cancels. */
  interface Node {
    readonly children: readonly Node[];
    readonly cancels: readonly number[];
  }
  const cancels = fc.array(fc.nat({ max: 8 }), { maxLength: 1 });
  const { node } = fc.letrec<{ node: Node }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      fc.record({ children: fc.constant([]), cancels }),
      fc.record({ children: fc.array(tie("node"), { maxLength: 3 }), cancels }),
    ),
  }));

  /** What a queue would do: first in, first out; what was cancelled in time is skipped. */
  function model(roots: readonly Node[]): number[] {
    const order: number[] = [];
    const cancelled = new Set<number>();
    let next = 0;
    const queue = roots.map((root) => ({ root, name: next++ }));
    for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) {
      if (cancelled.has(entry.name)) continue;
      order.push(entry.name);
      for (const child of entry.root.children) queue.push({ root: child, name: next++ });
      for (const name of entry.root.cancels) if (name < next) cancelled.add(name);
    }
    return order;
  }

  test("of one loop run first in, first out; cancelled ones are skipped and change nothing else", () => {
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 5 }), anyPunctualRun, (roots, options) => {
        const order: number[] = [];
        runLoop((loop) => {
          const handles: asyncio.Handle[] = [];
          const submit = (entry: Node): void => {
            const name = handles.length;
            const callback = (): void => {
              order.push(name);
              for (const child of entry.children) submit(child);
              for (const other of entry.cancels) handles[other]?.cancel();
            };
            handles.push(loop.call_soon(callback));
          };
          for (const root of roots) submit(root);
        }, options);
        expect(order).toEqual(model(roots));
      }),
      { numRuns: 150 },
    );
  });
});

describe("timers", () => {
  // Milliseconds, so that the nanoseconds which pass between two calls cannot turn them round.
  const delays = fc.array(
    fc.integer({ min: -2, max: 12 }).map((number) => number / 1000),
    { maxLength: 20 },
  );

  function firing(when: readonly number[], clock: "linux" | "frozen"): number[] {
    const order: number[] = [];
    runLoop(
      (loop) => {
        for (const [name, delay] of when.entries()) loop.call_later(delay, () => void order.push(name));
      },
      { clock },
    );
    return order;
  }

  test("fire by deadline, and those of equal delays in the order of creation on the linux clock", () => {
    fc.assert(
      fc.property(delays, (list) => {
        const order = list.map((delay, name) => ({ delay, name })).sort((a, b) => a.delay - b.delay || a.name - b.name);
        expect(firing(list, "linux")).toEqual(order.map(({ name }) => name));
      }),
      { numRuns: 150 },
    );
  });

  test("fire by deadline, and those of equal deadlines as heapq gives them on the frozen clock", () => {
    fc.assert(
      fc.property(delays, (list) => {
        // The last one is that of `runLoop`; what is due already fires in the heap's order too.
        const heap: { readonly when: number; readonly name: number }[] = [];
        const earlier = (a: { when: number }, b: { when: number }): boolean => a.when < b.when;
        for (const [name, when] of [...list, 10_000].entries()) heapq.heappush(heap, { when, name }, earlier);
        const order = [...list, 10_000].map(() => heapq.heappop(heap, earlier).name);
        expect(firing(list, "frozen")).toEqual(order.slice(0, -1));
      }),
      { numRuns: 150 },
    );
  });

  test("never fire early: when a callback runs, the loop's clock has passed its deadline but for the clock's resolution of 1 ns", () => {
    const anyDelay = fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), fc.constantFrom(0.009, 0.013, 1));
    fc.assert(
      fc.property(fc.array(anyDelay, { maxLength: 12 }), anyRun, (list, options) => {
        const early: number[] = [];
        let fired = 0;
        runLoop((loop) => {
          const start = (delay: number, left: readonly number[]): void => {
            const timer: asyncio.TimerHandle = loop.call_later(delay, () => {
              fired++;
              if (loop.time() <= timer.when() - 1e-9) early.push(delay);
              // Every second one starts another.
              const [next, ...rest] = left;
              if (next !== undefined && fired % 2 === 0) start(next, rest);
            });
          };
          for (const delay of list) start(delay, list);
        }, options);
        expect(early).toEqual([]);
        expect(fired).toBeGreaterThanOrEqual(list.length);
      }),
      { numRuns: 150 },
    );
  });
});

describe("cancellation", () => {
  /** What a task awaits, and whether it cancels itself before. */
  const waits = fc.array(fc.record({ kind: fc.constantFrom("give way", "sleep", "future"), self: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  });
  /** When it is cancelled from outside: after so many seconds. */
  const cancels = fc.array(fc.constantFrom(0, 0.5, 1, 1.5, 2, 2.5), { maxLength: 4 });

  /** C: `cancel()` returned true; N: the task goes on; X: it goes on with a CancelledError; E: its body is at its end. */
  function history(
    steps: typeof waits extends fc.Arbitrary<infer W> ? W : never,
    times: readonly number[],
    options: ReplayOptions & { readonly seed?: number },
  ): [log: string, cancelled: boolean] {
    let log = "";
    let cancelled = false;
    const cancel = (task: asyncio.Task): void => {
      if (task.cancel()) log += "C";
    };
    const body = function* (): Coroutine<void> {
      const task = asyncio.current_task() as asyncio.Task;
      const loop = asyncio.get_running_loop();
      for (const { kind, self } of steps) {
        if (self) cancel(task);
        try {
          if (kind === "future") {
            const future = loop.create_future<null>();
            loop.call_later(1, () => future.done() || future.set_result(null));
            yield* future;
          } else {
            yield* asyncio.sleep(kind === "sleep" ? 1 : 0);
          }
          log += "N";
        } catch (error) {
          if (!(error instanceof asyncio.CancelledError)) throw error;
          log += "X";
        }
      }
      log += "E";
    };
    const main = function* (): Coroutine<void> {
      const task = asyncio.create_task(body());
      const loop = asyncio.get_running_loop();
      for (const seconds of times) loop.call_later(seconds, cancel, task);
      yield* asyncio.sleep(100);
      cancelled = task.cancelled();
    };
    const run = simulate(function* (): Blocking<void> {
      yield* asyncio.run(main());
    }, options);
    expect(run.endingText).toBe("returned");
    return [log, cancelled];
  }

  test("is delivered at the task's next step, once, and is never lost", () => {
    fc.assert(
      fc.property(waits, cancels, anyPunctualRun, (steps, times, options) => {
        const [log, cancelled] = history(steps, times, options);
        // Before the first step a cancellation ends the task before its body has begun.
        if (!log.includes("E")) {
          expect(log).toMatch(/^C+$/u);
          expect(cancelled).toBe(true);
          return;
        }
        // Whatever number of times it was asked for since the last step, the next one throws exactly once; otherwise none does.
        expect(log).toMatch(/^(?:C+X|N)*E$/u);
        expect(log.match(/[NX]/gu)?.length).toBe(steps.length);
        expect(cancelled).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test("that a task asks for in its last step makes it cancelled, although its body returned", () => {
    let result = "";
    const body = function* (): Coroutine<void> {
      (asyncio.current_task() as asyncio.Task).cancel();
    };
    const main = function* (): Coroutine<void> {
      const task = asyncio.create_task(body());
      yield* asyncio.sleep(1);
      result = task.cancelled() ? "cancelled" : "not cancelled";
    };
    simulate(function* (): Blocking<void> {
      yield* asyncio.run(main());
    });
    expect(result).toBe("cancelled");
  });
});

describe("futures", () => {
  const action = fc.constantFrom("add", "remove", "result", "exception", "cancel", "give way");

  test("complete once; their callbacks run once each, in order, after the completion and in the loop's thread", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), anyPunctualRun, (actions, options) => {
        const called: number[] = [];
        const expected: number[] = [];
        const threads = new Set<string>();
        let completions = 0;
        let refusals = 0;
        runLoop((loop) => {
          const future = loop.create_future<number>();
          const callbacks: (() => void)[] = [];
          const add = (): void => {
            const name = callbacks.length;
            const callback = (): void => {
              called.push(name);
              threads.add(threading.current_thread().name);
              expect(future.done()).toBe(true);
            };
            callbacks.push(callback);
            future.add_done_callback(callback);
            expected.push(name);
          };
          const complete = (how: "result" | "exception" | "cancel"): void => {
            const before = future.done();
            try {
              if (how === "result") future.set_result(1);
              else if (how === "exception") future.set_exception(new asyncio.InvalidStateError());
              else if (!future.cancel()) refusals++;
            } catch (error) {
              expect(error).toBeInstanceOf(asyncio.InvalidStateError);
              refusals++;
            }
            if (!before) completions++;
            expect(future.done()).toBe(true);
          };
          const act = (at: number): void => {
            const what = actions[at];
            if (what === undefined) return;
            if (what === "add") add();
            else if (what === "remove") {
              const last = callbacks.at(-1);
              if (last !== undefined && !future.done() && future.remove_done_callback(last) > 0) expected.pop();
            } else if (what !== "give way") complete(what);
            const before = called.length;
            if (what === "give way") loop.call_soon(act, at + 1);
            else act(at + 1);
            // Nothing is ever called from within the completion itself.
            if (what !== "give way") expect(called.length).toBe(before);
          };
          loop.call_soon(act, 0);
          loop.call_later(1, () => {
            if (future.done() && !future.cancelled()) future.exception();
            if (!future.done()) expected.length = 0;
          });
        }, options);
        expect(called).toEqual(expected);
        expect([...threads]).toEqual(called.length === 0 ? [] : ["MainThread"]);
        const attempts = actions.filter((what) => ["result", "exception", "cancel"].includes(what)).length;
        expect(completions).toBe(Math.min(1, attempts));
        expect(refusals).toBe(Math.max(0, attempts - 1));
      }),
      { numRuns: 200 },
    );
  });

  test("completed from another thread through call_soon_threadsafe still call back in the loop's thread", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), anyRun, (count, options) => {
        const threads: string[] = [];
        const main = function* (): Coroutine<number> {
          const loop = asyncio.get_running_loop();
          const future = loop.create_future<number>();
          for (let name = 0; name < count; name++) {
            future.add_done_callback(() => void threads.push(`${String(name)} ${threading.current_thread().name}`));
          }
          const body = function* (): Blocking<void> {
            yield* loop.call_soon_threadsafe(() => {
              future.set_result(7);
            });
          };
          yield* new threading.Thread({ target: body }).start();
          return yield* future;
        };
        const run = simulate(function* (): Blocking<number> {
          return yield* asyncio.run(main());
        }, options);
        expect(run.endingText).toBe("returned 7");
        expect(threads).toEqual(Array.from({ length: count }, (_, name) => `${String(name)} MainThread`));
      }),
      { numRuns: 60 },
    );
  });
});

describe("call_soon_threadsafe", () => {
  test("keeps the order of each thread's callbacks and always wakes the loop", () => {
    const pauses = fc.array(fc.constantFrom(0, 0.001, 1), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(pauses, { minLength: 1, maxLength: 3 }), anyRun, (threads, options) => {
        const arrived: [thread: number, number: number][] = [];
        const total = threads.reduce((sum, { length }) => sum + length, 0);
        const main = function* (): Coroutine<void> {
          const loop = asyncio.get_running_loop();
          const all = loop.create_future<null>();
          const arrive = (thread: number, number: number): void => {
            if (arrived.push([thread, number]) === total) all.set_result(null);
          };
          for (const [thread, list] of threads.entries()) {
            const body = function* (): Blocking<void> {
              for (const [number, seconds] of list.entries()) {
                yield* time.sleep(seconds);
                yield* loop.call_soon_threadsafe(arrive, thread, number);
              }
            };
            yield* new threading.Thread({ target: body }).start();
          }
          // Without a wake-up this would wait for ever, which would end as a deadlock.
          yield* all;
        };
        const run = simulate(function* (): Blocking<void> {
          yield* asyncio.run(main());
        }, options);
        expect(run.endingText).toBe("returned");
        for (const [thread, list] of threads.entries()) {
          const numbers = arrived.filter(([from]) => from === thread).map(([, number]) => number);
          expect(numbers).toEqual([...list.keys()]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
