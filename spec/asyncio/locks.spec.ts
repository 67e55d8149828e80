/** What asyncio's locks promise whatever tasks do with them. What they do in each version is in the judge cases `async_*`. */
import * as fc from "fast-check";
import { asyncio, except, repr, simulate, versions, type Blocking, type Coroutine } from "interloop";
import { describe, expect, test } from "vitest";

/** The versions whose semaphores keep the order. */
const fair = versions.slice(2);

function run(python: string, main: () => Coroutine<void>): void {
  const { ending, stderr } = simulate(
    function* (): Blocking<void> {
      yield* asyncio.run(main());
    },
    { python },
  );
  expect([python, ending.kind, stderr]).toEqual([python, "returned", ""]);
}

/** A task that wants in: when it comes, how long it stays, and when it is cancelled, in iterations. */
interface Member {
  readonly comes: number;
  readonly stays: number;
  readonly cancelled: number | null;
}

const crews = fc.array(
  fc.record({
    comes: fc.nat({ max: 6 }),
    stays: fc.nat({ max: 3 }),
    cancelled: fc.option(fc.nat({ max: 12 })),
  }),
  { minLength: 1, maxLength: 8 },
);

function* steps(count: number): Coroutine<void> {
  for (let step = 0; step < count; step++) yield* asyncio.sleep(0);
}

/** Lets a crew compete. @returns who asked and who got in, in order, and how many were in at most */
function compete(python: string, crew: readonly Member[], room: number, make: () => asyncio.Lock | asyncio.Semaphore) {
  const asked: number[] = [];
  const entered: number[] = [];
  let inside = 0;
  let most = 0;
  run(python, function* () {
    const lock = make();
    function* member(name: number, { comes, stays }: Member): Coroutine<void> {
      yield* steps(comes);
      asked.push(name);
      yield* lock.with(function* () {
        entered.push(name);
        most = Math.max(most, ++inside);
        try {
          yield* steps(stays);
        } finally {
          inside--;
        }
      });
    }
    const tasks = crew.map((one, name) => asyncio.create_task(member(name, one)));
    for (let step = 0; step <= 12; step++) {
      crew.forEach(({ cancelled }, name) => cancelled === step && tasks[name]?.cancel());
      yield* asyncio.sleep(0);
    }
    yield* asyncio.gather_kw({ return_exceptions: true }, ...tasks);
    // Whoever comes afterwards gets in at once.
    for (let time = 0; time < room; time++) yield* asyncio.wait_for(lock.acquire(), 0.01);
    if (lock instanceof asyncio.Lock) expect(lock.locked()).toBe(true);
  });
  return { asked, entered, most };
}

describe("a lock", () => {
  test("lets in one at a time, in the order in which they asked, and nobody who was cancelled stops it", () => {
    fc.assert(
      fc.property(crews, (crew) => {
        for (const python of versions) {
          const { asked, entered, most } = compete(python, crew, 1, () => new asyncio.Lock());
          expect(most).toBeLessThanOrEqual(1);
          expect(entered).toEqual(asked.filter((name) => entered.includes(name)));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("a semaphore", () => {
  test("lets in as many as its value, in the order in which they asked", () => {
    fc.assert(
      fc.property(crews, fc.integer({ min: 1, max: 3 }), (crew, value) => {
        for (const python of fair) {
          const { asked, entered, most } = compete(python, crew, value, () => new asyncio.BoundedSemaphore(value));
          expect(most).toBeLessThanOrEqual(value);
          expect(entered).toEqual(asked.filter((name) => entered.includes(name)));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("in 3.9 is shut for ever once the only one who was woken is cancelled", () => {
    const ends: Record<string, string> = {};
    for (const python of versions) {
      run(python, function* () {
        const semaphore = new asyncio.Semaphore(0);
        const task = asyncio.create_task(semaphore.acquire());
        yield* asyncio.sleep(0);
        semaphore.release();
        task.cancel();
        try {
          ends[python] = repr(yield* asyncio.wait_for(semaphore.acquire(), 1));
        } catch (thrown) {
          ends[python] = repr(except(thrown, asyncio.TimeoutError));
        }
      });
    }
    expect(Object.entries(ends).filter(([, end]) => end !== "True")).toEqual([["3.9.18", "TimeoutError()"]]);
  });
});

describe("a condition", () => {
  test("is always held when a wait is over, however it ends", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 5 }), (cancels) => {
        for (const python of versions) {
          run(python, function* () {
            const condition = new asyncio.Condition();
            let held = 0;
            function* waiter(): Coroutine<void> {
              yield* condition.with(function* () {
                try {
                  yield* condition.wait();
                } finally {
                  expect([python, condition.locked(), held++]).toEqual([python, true, 0]);
                  held--;
                }
              });
            }
            const tasks = cancels.map(() => asyncio.create_task(waiter()));
            for (const name of cancels) {
              yield* asyncio.sleep(0);
              tasks[name]?.cancel();
              if (!condition.locked()) yield* condition.acquire();
              else continue;
              condition.notify();
              condition.release();
            }
            for (const task of tasks) task.cancel();
            yield* asyncio.gather_kw({ return_exceptions: true }, ...tasks);
            expect(condition.locked()).toBe(false);
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});
