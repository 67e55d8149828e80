/** What asyncio's queues promise whatever tasks do with them. What they do in each version is in the judge cases `async_queue*`. */
import * as fc from "fast-check";
import { asyncio, simulate, versions, type Blocking, type Coroutine } from "interloop";
import { describe, expect, test } from "vitest";

function run(python: string, main: () => Coroutine<void>): void {
  const { ending, stderr } = simulate(
    function* (): Blocking<void> {
      yield* asyncio.run(main());
    },
    { python },
  );
  expect([python, ending.kind, stderr]).toEqual([python, "returned", ""]);
}

/** How many items each producer puts, how many consumers there are, how large the queue is, and which tasks are cancelled when. */
const programs = fc.record({
  counts: fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 4 }),
  consumers: fc.integer({ min: 1, max: 3 }),
  maxsize: fc.nat({ max: 3 }),
  cancels: fc.array(fc.record({ consumer: fc.nat({ max: 2 }), step: fc.nat({ max: 8 }) }), { maxLength: 3 }),
});

describe("a queue", () => {
  test("loses nothing, doubles nothing, keeps each producer's order and never holds too much, whoever is cancelled", () => {
    fc.assert(
      fc.property(programs, ({ counts, consumers, maxsize, cancels }) => {
        for (const python of versions) {
          const got: string[] = [];
          run(python, function* () {
            const queue = new asyncio.Queue<string>(maxsize);
            function* producer(name: number, count: number): Coroutine<void> {
              for (let number = 0; number < count; number++) {
                yield* queue.put(`${String(name)} ${String(number)}`);
                if (maxsize > 0) expect(queue.qsize()).toBeLessThanOrEqual(maxsize);
              }
            }
            function* consumer(): Coroutine<void> {
              for (;;) {
                got.push(yield* queue.get());
                queue.task_done();
              }
            }
            const eating = Array.from({ length: consumers }, () => asyncio.create_task(consumer()));
            const making = counts.map((count, name) => asyncio.create_task(producer(name, count)));
            for (let step = 0; step <= 8; step++) {
              for (const one of cancels) if (one.step === step) eating[one.consumer]?.cancel();
              yield* asyncio.sleep(0);
            }
            eating.push(asyncio.create_task(consumer()));
            yield* asyncio.gather(...making);
            yield* queue.join();
            expect([queue.qsize(), queue.empty()]).toEqual([0, true]);
            for (const task of eating) task.cancel();
          });
          const put = counts.map((count, name) =>
            Array.from({ length: count }, (_none, number) => `${String(name)} ${String(number)}`),
          );
          expect(counts.map((_count, name) => got.filter((item) => item.startsWith(`${String(name)} `)))).toEqual(put);
          expect(got).toHaveLength(put.flat().length);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("gives the least item, or the last, where it is of such a kind", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 })), (items) => {
        simulate(function* (): Blocking<void> {
          const [least, last] = [new asyncio.PriorityQueue<number>(), new asyncio.LifoQueue<number>()];
          for (const item of items) {
            least.put_nowait(item);
            last.put_nowait(item);
          }
          expect(items.map(() => least.get_nowait())).toEqual([...items].sort((a, b) => a - b));
          expect(items.map(() => last.get_nowait())).toEqual([...items].reverse());
          yield* [];
        });
      }),
    );
  });

  test("that is shut down lets nobody wait any more", () => {
    for (const python of ["3.13", "3.14"]) {
      run(python, function* () {
        const queue = new asyncio.Queue<number>(1);
        queue.put_nowait(0);
        const putters = [1, 2, 3].map((item) => asyncio.create_task(queue.put(item)));
        yield* asyncio.sleep(0);
        queue.shutdown();
        const ends = yield* asyncio.gather_kw({ return_exceptions: true }, ...putters);
        expect(ends.every((end) => (end as unknown) instanceof asyncio.QueueShutDown)).toBe(true);
        expect(queue.get_nowait()).toBe(0);
        expect(() => queue.get_nowait()).toThrow(asyncio.QueueShutDown);
      });
    }
  });
});
