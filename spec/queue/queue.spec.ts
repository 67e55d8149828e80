/** Queues between threads, beyond the judge cases `queue_*` and `simple_queue*`: corners and laws. */
import fc from "fast-check";
import { type Blocking, builtins, queue, simulate, threading, time, UsageError } from "interloop";
import { describe, expect, test } from "vitest";
import { failure, failures, runBoth } from "../judge.js";

/** What a scenario gives, in one version; the run must end well. */
function asked<T>(scenario: () => Blocking<T>, python = "3.13"): T {
  let answer: T | undefined;
  const run = runBoth(
    function* (): Blocking<void> {
      answer = yield* scenario();
    },
    { python, maxSteps: 100_000 },
  );
  expect(run.ending).toEqual({ kind: "returned", value: undefined });
  return answer as T;
}

test.each<[string, () => unknown]>([
  ["Queue", () => new queue.Queue()],
  ["SimpleQueue", () => new queue.SimpleQueue()],
])("%s cannot be made outside a run", (_name, make) => {
  expect(make).toThrow(UsageError);
});

describe("a call that is not driven is told", () => {
  test.each<[string, () => void]>([
    ["queue.put(…)", () => void new queue.Queue().put(1)],
    ["queue.put(…)", () => void new queue.Queue().put_nowait(1)],
    ["queue.get(…)", () => void new queue.Queue().get_nowait()],
    ["queue.task_done()", () => void new queue.Queue().task_done()],
    ["queue.join()", () => void new queue.Queue().join()],
    ["queue.shutdown(…)", () => void new queue.Queue().shutdown()],
    ["queue.qsize()", () => void new queue.LifoQueue().qsize()],
    ["queue.empty()", () => void new queue.SimpleQueue().empty()],
    ["queue.put(…)", () => void new queue.SimpleQueue().put(1)],
    ["queue.get(…)", () => void new queue.SimpleQueue().get()],
  ])("%s", (name, call) => {
    const scenario = function* (): Blocking<void> {
      call();
      yield* time.sleep(0);
    };
    expect(() => simulate(scenario)).toThrow(`${name} was called but never driven`);
  });
});

describe("in one thread", () => {
  const kinds = { Queue: queue.Queue, LifoQueue: queue.LifoQueue, PriorityQueue: queue.PriorityQueue } as const;

  test.each(Object.keys(kinds) as (keyof typeof kinds)[])("%s does what its model does", (kind) => {
    const calls = fc.array(fc.oneof(fc.constant("get"), fc.nat({ max: 9 })), { maxLength: 30 });
    fc.assert(
      fc.property(fc.nat({ max: 4 }), calls, (maxsize, list) => {
        const found = asked(function* (): Blocking<string[]> {
          const items = new kinds[kind]<number>(maxsize);
          return yield* failures(
            ...list.map((call) => () => (call === "get" ? items.get_nowait() : items.put_nowait(call))),
            () => items.qsize(),
          );
        });
        const model: number[] = [];
        const expected = list.map((call) => {
          if (call === "get") {
            if (model.length === 0) return "Empty: ";
            if (kind === "PriorityQueue") model.sort((a, b) => a - b);
            return String(kind === "LifoQueue" ? model.pop() : model.shift());
          }
          if (maxsize > 0 && model.length >= maxsize) return "Full: ";
          model.push(call);
          return "None";
        });
        expect(found).toEqual([...expected, String(model.length)]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a queue that fails inside", () => {
  class Failing extends queue.Queue<string> {
    fails = false;
    protected override _put(item: string): void {
      if (this.fails) throw new builtins.RuntimeError("no put");
      super._put(item);
    }
    protected override _get(): string {
      if (this.fails) throw new builtins.RuntimeError("no get");
      return super._get();
    }
  }

  test("is as it was before, and nobody is woken", () => {
    const found = asked(function* () {
      const items = new Failing(1);
      items.fails = true;
      const first = yield* failures(
        () => items.put("a"),
        () => items.qsize(),
      );
      items.fails = false;
      yield* items.put("b");
      items.fails = true;
      const then = yield* failures(
        () => items.put("c", true, 0.1),
        () => items.get(),
        () => items.full(),
      );
      return [...first, ...then, items.unfinished_tasks];
    });
    expect(found).toEqual(["RuntimeError: no put", "0", "Full: ", "RuntimeError: no get", "True", 1]);
  });
});

describe("the clock", () => {
  test.each<[string, number, () => Blocking<unknown>]>([
    ["get with an item", 1, () => filled().get(true, 1)],
    ["get without", 2, () => new queue.Queue().get(true, 0)],
    ["put without a limit", 0, () => new queue.Queue().put(1, true, 1)],
    ["put with room", 1, () => new queue.Queue(2).put(1, true, 1)],
    ["get for ever", 0, () => filled().get()],
    ["get of a simple one", 0, () => new queue.SimpleQueue().get(true, 0)],
  ])("%s reads it %i times", (_name, reads, call) => {
    const found = asked(function* () {
      const before = time.monotonic();
      yield* failure(call);
      return Math.round((time.monotonic() - before) * 1e9) - 1;
    });
    expect(found).toBe(reads);
  });

  function filled(): queue.Queue {
    const items = new queue.Queue();
    items.queue.push(1);
    return items;
  }
});

test("a thread that gets in vain says in a deadlock what it waits for", () => {
  const run = simulate(function* () {
    const items = new queue.Queue(1);
    const thread = new threading.Thread({ target: () => items.join(), name: "joiner" });
    yield* items.put(1);
    yield* thread.start();
    yield* items.put(2);
  });
  expect(run.endingText.split("\n").slice(1)).toEqual([
    "  MainThread: wait for room in queue, waits for waiter 2 → queue 1",
    "  joiner: wait for tasks of queue, waits for waiter 1 → queue 1",
  ]);
});

test("an item that nobody gets in time is not lost: a getter whose time is up has not taken it", () => {
  const found = asked(function* () {
    const items = new queue.SimpleQueue<string>();
    const first = yield* failure(() => items.get(true, 0.1));
    yield* items.put("late");
    return [first, yield* items.get(), yield* items.qsize()];
  });
  expect(found).toEqual(["Empty: ", "late", 0]);
});
