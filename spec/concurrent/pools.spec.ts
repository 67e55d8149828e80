/** Executors, as far as the judge cases do not show them. */
import {
  asyncio,
  type Blocking,
  builtins,
  concurrent,
  type Coroutine,
  print,
  repr,
  simulate,
  time,
  UsageError,
} from "interloop";
import { describe, expect, test } from "vitest";

const { as_completed, Executor, Future, ThreadPoolExecutor, wait } = concurrent.futures;

/** What a blocking call raises. */
function* failure(call: () => unknown): Blocking<string> {
  try {
    const value = call();
    if (typeof (value as Partial<Blocking<unknown>> | undefined)?.next === "function")
      yield* value as Blocking<unknown>;
    return "nothing";
  } catch (error) {
    if (!(error instanceof builtins.BaseException)) throw error;
    return `${builtins.type_name(error)}: ${builtins.str(error)}`;
  }
}

describe("a pool of threads", () => {
  test("has 8 workers at most unless told, as with four processors", () => {
    const { output } = simulate(function* (): Blocking<void> {
      const executor = new ThreadPoolExecutor();
      for (let count = 0; count < 12; count++) yield* executor.submit(time.sleep, 1);
      yield* print(executor._max_workers, executor._threads.size);
    });
    expect(output).toBe("8 8\n");
  });

  test("takes no number of an unnamed pool when it has a name", () => {
    const { output } = simulate(function* (): Blocking<void> {
      const names = [];
      for (const prefix of ["", "mine", ""]) {
        names.push(new ThreadPoolExecutor(1, { thread_name_prefix: prefix })._thread_name_prefix);
      }
      yield* print(names);
    });
    expect(output).toBe("['ThreadPoolExecutor-0', 'mine', 'ThreadPoolExecutor-1']\n");
  });

  test("that nobody has any more ends its workers", () => {
    const { output } = simulate(function* (): Blocking<void> {
      const executor = new ThreadPoolExecutor(2);
      yield* executor.submit(time.sleep, 0.01);
      yield* executor.submit(time.sleep, 0.02);
      const threads = [...executor._threads];
      yield* builtins.del(executor);
      for (const thread of threads) yield* thread.join();
      yield* print(time.monotonic() > 0.02);
    });
    expect(output).toBe("True\n");
  });

  test("whose only job waits for another one is a deadlock that shows who waits for whom", () => {
    const run = simulate(function* (): Blocking<void> {
      const executor = new ThreadPoolExecutor(1);
      const outer = function* (): Blocking<unknown> {
        return yield* (yield* executor.submit(() => 1)).result();
      };
      yield* wait([yield* executor.submit(outer)]);
    });
    expect(run.ending).toEqual({
      kind: "deadlock",
      cycle: [],
      waits: [
        {
          thread: "MainThread",
          operation: "wait for concurrent futures",
          chain: ["concurrent futures 1", "concurrent future 1", "ThreadPoolExecutor-0_0", "concurrent future 2"],
        },
        {
          thread: "ThreadPoolExecutor-0_0",
          operation: "wait for concurrent future",
          chain: ["concurrent future 2"],
        },
      ],
    });
  });
});

describe("Executor.map", () => {
  test("submits only as many calls ahead as buffersize says (3.14)", () => {
    const { output } = simulate(
      function* (): Blocking<void> {
        const executor = new ThreadPoolExecutor(1);
        let taken = 0;
        const items = function* (): Generator<number, undefined, unknown> {
          for (;;) yield ++taken;
        };
        const results = yield* executor.map_kw({ buffersize: 3 }, (item: number) => item * 10, items());
        yield* print(taken);
        yield* print(yield* results.__next__(), yield* results.__next__(), taken);
        yield* results.close();
        yield* print(yield* failure(() => results.__next__()), taken);
      },
      { python: "3.14" },
    );
    expect(output).toBe("3\n10 20 5\nStopIteration:  5\n");
  });

  test.each([
    ["3.9", "TypeError: map() got an unexpected keyword argument 'buffersize'"],
    ["3.13", "TypeError: Executor.map() got an unexpected keyword argument 'buffersize'"],
    ["3.14", "ValueError: buffersize must be None or > 0"],
  ])("%s does with a buffersize of 0 what that version does", (python, expected) => {
    const { output } = simulate(
      function* (): Blocking<void> {
        yield* print(yield* failure(() => new ThreadPoolExecutor().map_kw({ buffersize: 0 }, () => 1)));
      },
      { python },
    );
    expect(output).toBe(`${expected}\n`);
  });

  test("that is not driven step by step says so", () => {
    expect(() =>
      simulate(function* (): Blocking<void> {
        const results = yield* new ThreadPoolExecutor().map((item: number) => item, [1, 2]);
        yield* print([...results].length);
      }),
    ).toThrow(
      new UsageError(
        "the next result of executor.map(…) was called but never driven, so nothing happened: write `yield* the next result of executor.map(…)`",
      ),
    );
  });
});

describe("futures", () => {
  class Quiet extends builtins.Exception {
    __bool__(): boolean {
      return false;
    }
  }

  test.each([
    ["3.13", "None\n"],
    ["3.14", "Quiet: \n"],
  ])(
    "%s: an exception that counts as false is raised only from 3.14 on, and the repr never shows it",
    (python, expected) => {
      const { output } = simulate(
        function* (): Blocking<void> {
          const future = new Future();
          yield* future.set_exception(new Quiet());
          const text = yield* failure(() => future.result());
          yield* print(text === "nothing" ? yield* future.result() : text);
          yield* print(repr(future).includes("returned NoneType"));
        },
        { python },
      );
      expect(output).toBe(`${expected}True\n`);
    },
  );

  test("that are waited for are shown as a named tuple", () => {
    const { output } = simulate(function* (): Blocking<void> {
      const result = yield* wait([]);
      yield* print(result, result.length, result[0] === result.done);
      yield* print(yield* as_completed(new Set<concurrent.futures.Future>()).list());
    });
    expect(output).toBe("DoneAndNotDoneFutures(done=set(), not_done=set()) 2 True\n[]\n");
  });
});

test("processes and interpreters are left out, and say so", () => {
  const { ProcessPoolExecutor, InterpreterPoolExecutor } = concurrent.futures;
  for (const left_out of [ProcessPoolExecutor, InterpreterPoolExecutor]) {
    const scenario = function* (): Blocking<void> {
      yield* new left_out().shutdown();
    };
    expect(() => simulate(scenario)).toThrow(/PoolExecutor is left out: \w+ share no memory/u);
  }
});

test("an executor without a submit of its own is none", () => {
  const { output } = simulate(function* (): Blocking<void> {
    yield* print(yield* failure(() => new Executor().submit(() => 1)));
  });
  expect(output).toBe("NotImplementedError: \n");
});

describe("the default executor", () => {
  test("is made once, and is the loop's own", () => {
    const { output } = simulate(function* (): Blocking<void> {
      const main = function* (): Coroutine<void> {
        const loop = asyncio.get_running_loop();
        yield* asyncio.gather(
          ...[yield* loop.run_in_executor(null, () => 1), yield* loop.run_in_executor(null, () => 2)],
        );
        yield* print(yield* asyncio.to_thread((first: number, second: number) => first + second, 3, 4));
      };
      yield* asyncio.run(main());
      yield* asyncio.run(main());
    });
    expect(output).toBe("7\n7\n");
  });

  test.each([
    ["3.8", "AttributeError: '_UnixSelectorEventLoop' object has no attribute 'shutdown_default_executor'"],
    ["3.9", "TypeError: shutdown_default_executor() takes 1 positional argument but 2 were given"],
    ["3.11", "TypeError: BaseEventLoop.shutdown_default_executor() takes 1 positional argument but 2 were given"],
  ])("%s has no timeout for its shutdown", (python, expected) => {
    const { output } = simulate(
      function* (): Blocking<void> {
        const loop = asyncio.new_event_loop();
        yield* print(yield* failure(() => loop.shutdown_default_executor(1)));
      },
      { python },
    );
    expect(output).toBe(`${expected}\n`);
  });
});
