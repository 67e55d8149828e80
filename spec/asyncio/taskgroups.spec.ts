/** Task groups, eager tasks and what of loops is left out: corner cases that the cases of `traces` do not show. */
import { describe, expect, test } from "vitest";
import {
  asyncio,
  builtins,
  explore,
  print,
  replay,
  signal,
  simulate,
  threading,
  type Blocking,
  type Coroutine,
} from "interloop";
import { leftOut } from "../../src/asyncio/loop_outside.js";

function* shout(label: string): Coroutine<string> {
  yield* print(label);
  yield* print(label.toUpperCase());
  return label;
}

function* nothing(): Coroutine<void> {
  return;
}

describe("an eager task's first step", () => {
  function* program(): Blocking<void> {
    const other = new threading.Thread({
      *target(): Blocking<void> {
        yield* print("1");
        yield* print("2");
      },
    });
    yield* asyncio.run(
      (function* (): Coroutine<void> {
        const loop = asyncio.get_running_loop();
        loop.set_task_factory(asyncio.eager_task_factory);
        yield* other.start();
        const task = asyncio.create_task(shout("a"));
        yield* print("made", task.done());
        yield* other.join();
      })(),
    );
  }

  test("lets other threads run in the middle of the call that makes the task", () => {
    const { verdict, outcomes } = explore(program, { python: "3.13", preemptions: 2 });
    const lines = outcomes.map(({ output }) => output.trim().split("\n").join(" "));
    expect(verdict).toBe("inconclusive");
    expect(lines).toContain("a A made True 1 2");
    expect(lines).toContain("a 1 2 A made True");
    for (const line of lines) expect(line.replace(/[12] ?/g, "").trim()).toBe("a A made True");
  });

  test("replays", () => {
    for (const { output, schedule } of explore(program, { python: "3.13", preemptions: 2 }).outcomes) {
      expect(replay(program, schedule, { python: "3.13" }).output).toBe(output);
    }
  });

  test("ends the run where it waits for ever, and is not resumed", () => {
    const run = simulate(
      function* () {
        const lock = new threading.Lock();
        yield* lock.acquire();
        yield* asyncio.run(
          (function* (): Coroutine<void> {
            function* first_step(): Coroutine<void> {
              yield* lock.acquire();
            }
            const loop = asyncio.get_running_loop();
            const task = new asyncio.Task(first_step(), { loop, eager_start: true });
            yield* print("made", task);
          })(),
        );
      },
      { python: "3.13" },
    );
    expect(run.ending.kind).toBe("deadlock");
    expect(run.output).toBe("");
  });

  test("two threads that are both stopped in one, the first of which must go on first, are refused", () => {
    const run = (): void => {
      explore(
        function* () {
          const play = (): Blocking<void> =>
            asyncio.run(
              (function* (): Coroutine<void> {
                new asyncio.Task(shout("x"), { loop: asyncio.get_running_loop(), eager_start: true });
              })(),
            );
          const thread = new threading.Thread({ target: play });
          yield* thread.start();
          yield* play();
          yield* thread.join();
        },
        { python: "3.13", preemptions: 2 },
      );
    };
    expect(run).toThrow(/are stopped in the first steps of eager tasks at the same time/);
  });

  test("in a context that is entered already is refused, where CPython's loop would not survive it", () => {
    const run = (): void => {
      simulate(
        function* () {
          yield* asyncio.run(
            (function* (): Coroutine<void> {
              const context = asyncio.current_task()?.get_context() ?? null;
              new asyncio.Task(nothing(), { loop: asyncio.get_running_loop(), eager_start: true, context });
            })(),
          );
        },
        { python: "3.13" },
      );
    };
    expect(run).toThrow(/no task of CPython's loop goes on/);
  });

  test("forgets the coroutine when it is the only one; 3.12.1 dies of asking for it", () => {
    const asks = function* (): Blocking<void> {
      yield* asyncio.run(
        (function* (): Coroutine<void> {
          const task = new asyncio.Task(nothing(), { loop: asyncio.get_running_loop(), eager_start: true });
          yield* print(task.get_coro(), task);
        })(),
      );
    };
    expect(simulate(asks, { python: "3.13" }).output).toBe("None <Task finished name='Task-2' result=None>\n");
    expect(() => simulate(asks, { python: "3.12" })).toThrow(/CPython 3.12.1 dies of it/);
  });
});

test("a task group's block may fail with an error of JavaScript, which ends the run", () => {
  const run = simulate(function* () {
    yield* asyncio.run(
      new asyncio.TaskGroup().with(function* (): Coroutine<void> {
        throw new RangeError("a bug of the scenario");
      }),
    );
  });
  expect(run.ending).toMatchObject({ kind: "raised", exception: new RangeError("a bug of the scenario") });
});

test.each(leftOut)("loop.%s is left out, and says so", (name) => {
  const run = (): void => {
    simulate(function* () {
      asyncio.new_event_loop()[name]();
    });
  };
  expect(run).toThrow(`loop.${name}() is left out: sockets, pipes, processes`);
});

describe("signals", () => {
  const raises = (number: number, before: () => void = () => undefined) =>
    function* (): Blocking<void> {
      before();
      yield* signal.raise_signal(number);
      yield* print("over");
    };

  test("SIG_IGN and SIGCHLD are ignored", () => {
    expect(simulate(raises(signal.SIGCHLD)).output).toBe("over\n");
    const ignore = (): void => void signal.signal(signal.SIGUSR1, signal.SIG_IGN);
    expect(simulate(raises(signal.SIGUSR1, ignore)).output).toBe("over\n");
    expect(simulate(raises(signal.SIGPIPE)).output).toBe("over\n");
  });

  test("one without a handler would end the process, which is refused", () => {
    expect(() => simulate(raises(signal.SIGTERM))).toThrow(
      /signal 15 has no handler and would end or stop the process/,
    );
  });

  test("SIGINT ends the program by KeyboardInterrupt", () => {
    const { ending } = simulate(raises(signal.SIGINT));
    expect(ending.kind === "raised" && ending.exception).toBeInstanceOf(builtins.KeyboardInterrupt);
  });

  test("SIGKILL cannot be caught, by a loop neither", () => {
    const caught = function* (): Blocking<void> {
      const actions: (() => unknown)[] = [
        () => signal.signal(signal.SIGKILL, signal.SIG_IGN),
        () => asyncio.new_event_loop().add_signal_handler(signal.SIGKILL, print),
        () => signal.raise_signal(99),
      ];
      for (const action of actions) {
        try {
          const result = action();
          if (result instanceof Object) yield* result as Blocking<void>;
        } catch (thrown) {
          yield* print(builtins.repr(thrown));
        }
      }
    };
    const lines = [
      "OSError(22, 'Invalid argument')",
      "RuntimeError('sig 9 cannot be caught')",
      "OSError(22, 'Invalid argument')",
    ];
    expect(simulate(caught).output.trim().split("\n")).toEqual(lines);
  });

  test("handlers do not outlive a run", () => {
    simulate(function* () {
      signal.signal(signal.SIGINT, signal.SIG_IGN);
      yield* print(signal.getsignal(signal.SIGINT));
    });
    const again = simulate(
      function* () {
        yield* print(signal.getsignal(signal.SIGINT), builtins.str(signal.SIG_IGN));
      },
      { python: "3.10" },
    );
    expect(again.output).toBe("<built-in function default_int_handler> Handlers.SIG_IGN\n");
  });

  test("another thread than the main one cannot raise one", () => {
    const run = (): void => {
      simulate(function* () {
        const thread = new threading.Thread({ target: () => signal.raise_signal(signal.SIGINT) });
        yield* thread.start();
        yield* thread.join();
      });
    };
    expect(run).toThrow(/in another thread than the main one/);
  });
});
