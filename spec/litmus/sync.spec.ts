/** Small programs of semaphores, barriers, timers and queues, with all that can come out of them. */
import { type Blocking, except, explore, print, queue, type Scenario, threading } from "interloop";
import { describe, expect, test } from "vitest";

/**
 * All outputs that a program can have, and the endings that are no plain return.
 * @param preemptions how many there may be; all schedules unless told
 */
function outcomesIn(python: string, program: Scenario, preemptions?: number): string[] {
  const report = explore(program, preemptions === undefined ? { python } : { python, preemptions });
  if (preemptions === undefined) expect(["exhausted", "failed"]).toContain(report.verdict);
  const ending = (kind: string): string => (kind === "returned" ? "" : `${kind}: `);
  const found = report.outcomes.map(({ output, ending: { kind } }) => ending(kind) + output.replaceAll("\n", ";"));
  return [...new Set(found)].sort();
}

/** Runs these bodies, the last one in the main thread and the others in threads that are started before, and prints what `result` gives. */
function scenario(
  make: () => { bodies: readonly (() => Blocking<void>)[]; result: () => Blocking<unknown> },
): Scenario {
  return function* (): Blocking<void> {
    const { bodies, result } = make();
    const threads = bodies.slice(0, -1).map((target) => new threading.Thread({ target }));
    for (const thread of threads) yield* thread.start();
    for (const body of bodies.slice(-1)) yield* body();
    for (const thread of threads) yield* thread.join();
    yield* print(yield* result());
  };
}

function* nothing(): Blocking<string> {
  return "end";
}

describe("a semaphore", () => {
  test("of one is a lock: the two sections never overlap", () => {
    const program = scenario(() => {
      const semaphore = new threading.Semaphore();
      const body = (name: string) => () =>
        semaphore.with(function* () {
          yield* print(`${name} in`);
          yield* print(`${name} out`);
        });
      return { bodies: [body("a"), body("b")], result: nothing };
    });
    expect(outcomesIn("3.13", program)).toEqual(["a in;a out;b in;b out;end;", "b in;b out;a in;a out;end;"]);
  });

  // The one that was woken finds the value gone when a third thread comes first, and waits again.
  test("that is released once lets one of two through, whoever comes first", () => {
    const program = scenario(() => {
      const semaphore = new threading.Semaphore(0);
      const log: string[] = [];
      const taker = (name: string) =>
        function* (): Blocking<void> {
          if (yield* semaphore.acquire(true, 1)) log.push(name);
        };
      return {
        bodies: [taker("a"), taker("b"), () => semaphore.release()],
        *result(): Blocking<string> {
          return log.join("");
        },
      };
    });
    expect(outcomesIn("3.13", program, 2)).toEqual(["a;", "b;"]);
  });

  test("from which two threads take two at a time can deadlock", () => {
    const program = scenario(() => {
      const semaphore = new threading.Semaphore(2);
      const body = function* (): Blocking<void> {
        yield* semaphore.acquire();
        yield* semaphore.acquire();
        yield* semaphore.release(2);
      };
      return { bodies: [body, body], result: nothing };
    });
    expect(outcomesIn("3.13", program)).toEqual(["deadlock: ", "end;"]);
  });

  test("says in a deadlock what is waited for", () => {
    const report = explore(function* (): Blocking<void> {
      yield* new threading.Semaphore(0).acquire();
    });
    expect(report.outcomes[0]?.ending.text.split("\n")[1]).toBe(
      "  MainThread: wait for semaphore, waits for waiter 1 → semaphore 1",
    );
  });
});

describe("a barrier", () => {
  test("for two: nobody goes on before both have come", () => {
    const program = scenario(() => {
      const barrier = new threading.Barrier(2);
      const log: string[] = [];
      const body = function* (): Blocking<void> {
        log.push("come");
        yield* barrier.wait();
        log.push("go");
      };
      return {
        bodies: [body, body],
        *result(): Blocking<string> {
          return log.join(" ");
        },
      };
    });
    expect(outcomesIn("3.13", program)).toEqual(["come come go go;"]);
  });

  test("that is aborted breaks both, or neither when they have passed", () => {
    const program = scenario(() => {
      const barrier = new threading.Barrier(2);
      const log: string[] = [];
      const body = function* (): Blocking<void> {
        try {
          yield* barrier.wait();
          log.push("passed");
        } catch (thrown) {
          except(thrown, threading.BrokenBarrierError);
          log.push("broken");
        }
      };
      return {
        bodies: [body, body, () => barrier.abort()],
        *result(): Blocking<string> {
          return log.sort().join(" ");
        },
      };
    });
    // The third outcome: the abort comes when one of the two has gone on already, and the other has been woken but has not.
    expect(outcomesIn("3.13", program, 2)).toEqual(["broken broken;", "broken passed;", "passed passed;"]);
  });
});

describe("a timer", () => {
  test("that is cancelled when its time is up is called or not", () => {
    const program = function* (): Blocking<void> {
      const timer = new threading.Timer(0, print, ["called"]);
      yield* timer.start();
      yield* timer.cancel();
      yield* timer.join();
    };
    expect(outcomesIn("3.13", program)).toEqual(["", "called;"]);
  });
});

describe("a queue", () => {
  const stolen = (make: () => queue.Queue<number> | queue.SimpleQueue<number>): Scenario =>
    function* (): Blocking<void> {
      const items = make();
      const log: string[] = [];
      const thread = new threading.Thread({
        *target(): Blocking<void> {
          log.push(`t${String(yield* items.get())}`);
        },
      });
      yield* thread.start();
      yield* items.put(1);
      try {
        log.push(`m${String(yield* items.get_nowait())}`);
        yield* items.put(2);
      } catch (thrown) {
        except(thrown, queue.Empty);
      }
      yield* thread.join();
      yield* print(log.join(" "));
    };

  test("lets the one who puts take the item away from the one who waits", () => {
    for (const python of ["3.8", "3.13"]) {
      expect(
        outcomesIn(
          python,
          stolen(() => new queue.Queue()),
        ),
      ).toEqual(["m1 t2;", "t1;"]);
    }
  });

  // Only a getter that does not wait yet can lose the item from 3.13 on. Here the getter waits before anything is put.
  test("that is simple hands the item over from 3.13 on", () => {
    const program: Scenario = function* () {
      const items = new queue.SimpleQueue<number>();
      const waits = new threading.Event();
      const log: string[] = [];
      const getter = new threading.Thread({
        *target(): Blocking<void> {
          yield* waits.set();
          log.push(`t${String(yield* items.get(true, 1))}`);
        },
      });
      yield* getter.start();
      yield* waits.wait();
      yield* items.put(1);
      try {
        log.push(`m${String(yield* items.get_nowait())}`);
        yield* items.put(2);
      } catch (thrown) {
        except(thrown, queue.Empty);
      }
      yield* getter.join();
      yield* print(log.join(" "));
    };
    expect(outcomesIn("3.12", program)).toEqual(["m1 t2;", "t1;"]);
    expect(outcomesIn("3.13", program)).toEqual(["m1 t2;", "t1;"]);
    // With the getter known to wait, only the old one can lose.
    const later: Scenario = function* () {
      const items = new queue.SimpleQueue<number>();
      const log: string[] = [];
      const getter = new threading.Thread({
        *target(): Blocking<void> {
          log.push(`t${String(yield* items.get())}`);
        },
      });
      yield* getter.start();
      yield* getter.join(0.001);
      yield* items.put(1);
      try {
        log.push(`m${String(yield* items.get_nowait())}`);
        yield* items.put(2);
      } catch (thrown) {
        except(thrown, queue.Empty);
      }
      yield* getter.join();
      yield* print(log.join(" "));
    };
    expect(outcomesIn("3.12", later)).toEqual(["m1 t2;", "t1;"]);
    expect(outcomesIn("3.13", later)).toEqual(["t1;"]);
  });

  test("of one place: producer and consumer take turns, and nothing is lost or doubled", () => {
    const program = scenario(() => {
      const items = new queue.Queue<number>(1);
      const got: number[] = [];
      const producer = function* (): Blocking<void> {
        for (const item of [1, 2, 3]) yield* items.put(item);
      };
      const consumer = function* (): Blocking<void> {
        for (let count = 0; count < 3; count++) {
          got.push(yield* items.get());
          yield* items.task_done();
        }
      };
      return {
        bodies: [producer, consumer],
        *result(): Blocking<string> {
          yield* items.join();
          return got.join("");
        },
      };
    });
    expect(outcomesIn("3.13", program, 2)).toEqual(["123;"]);
  });

  test("that is shut down while one puts and one gets: the item is got, or refused", () => {
    const program = scenario(() => {
      const items = new queue.Queue<number>();
      const log: string[] = [];
      const attempt = (name: string, action: () => Blocking<unknown>) =>
        function* (): Blocking<void> {
          try {
            yield* action();
            log.push(name);
          } catch (thrown) {
            except(thrown, queue.ShutDown);
          }
        };
      return {
        bodies: [attempt("put", () => items.put(1)), attempt("got", () => items.get()), () => items.shutdown()],
        *result(): Blocking<string> {
          return `${log.sort().join(" ")} left ${String(yield* items.qsize())}`;
        },
      };
    });
    expect(outcomesIn("3.13", program, 2)).toEqual([" left 0;", "got put left 0;"]);
  });
});
