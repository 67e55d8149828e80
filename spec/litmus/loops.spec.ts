/** Small programs of event loops and threads, with all that can come out of them. */
import { asyncio, type Blocking, type Coroutine, explore, print, threading, time } from "interloop";
import { describe, expect, test } from "vitest";
import documented from "../../traces/run_coroutine_threadsafe/scenario.js";
import { censusOf } from "../explore/judge.js";
import { inShort, outcomesOf } from "./outcomes.js";

describe("call_soon_threadsafe", () => {
  // t submits a and b, main submits m: m can come before, between and after them, and a is always before b.
  test("from two threads: each one's callbacks keep their order, and any merge of the two can happen", () => {
    const program = function* (): Blocking<void> {
      const loop = asyncio.new_event_loop();
      const log: string[] = [];
      const body = function* (): Blocking<void> {
        for (const name of ["a", "b"]) yield* loop.call_soon_threadsafe(() => void log.push(name));
      };
      const thread = new threading.Thread({ target: body });
      yield* thread.start();
      yield* loop.call_soon_threadsafe(() => void log.push("m"));
      yield* thread.join();
      loop.call_soon(loop.stop);
      yield* loop.run_forever();
      yield* print(log.join(" "));
    };
    const report = explore(program);
    expect([report.verdict, report.executions]).toEqual(["exhausted", 495]);
    expect(inShort(report)).toEqual({ "a b m\n": 135, "a m b\n": 243, "m a b\n": 117 });
    const census = [...censusOf(program)].map(([key, count]) => [key.replace("returned: ", ""), count]);
    expect(inShort(report)).toEqual(Object.fromEntries(census));
  });

  test("wakes a loop that waits for ever, in every schedule", () => {
    const main = function* (): Coroutine<string> {
      const loop = asyncio.get_running_loop();
      const future = loop.create_future<string>();
      const body = function* (): Blocking<void> {
        yield* loop.call_soon_threadsafe(() => {
          future.set_result("woken");
        });
      };
      yield* new threading.Thread({ target: body }).start();
      return yield* future;
    };
    const program = function* (): Blocking<void> {
      yield* print(yield* asyncio.run(main()));
    };
    const report = explore(program, { preemptions: 3 });
    expect(inShort(report)).toEqual({ "woken\n": report.executions });
    expect(report.reason).toBe("schedules with more than 3 preemptions were left out");
  });

  test("and call_soon from a foreign thread does not wake it: it hangs when the loop waits already", () => {
    const main = function* (): Coroutine<string> {
      const loop = asyncio.get_running_loop();
      const future = loop.create_future<string>();
      const body = function* (): Blocking<void> {
        yield* time.sleep(0);
        loop.call_soon(() => {
          future.set_result("found");
        });
      };
      yield* new threading.Thread({ target: body, daemon: true }).start();
      return yield* future;
    };
    const program = function* (): Blocking<void> {
      yield* print(yield* asyncio.run(main()));
    };
    const report = explore(program, { preemptions: 1 });
    expect(Object.keys(inShort(report)).sort()).toEqual(["deadlock: ", "found\n"]);
    expect(report.outcomes.find(({ failure }) => failure)?.ending.text.split("\n")[1]).toBe(
      "  MainThread: select, waits for self-pipe 1",
    );
  });
});

describe("the documented program of run_coroutine_threadsafe", () => {
  const [task, thread] = [
    "Start Task; delay: 1.5; thread: MainThread",
    "Start Thread; delay: 1; thread: Thread-1 (run_forever)",
  ];
  const rest = [
    "Done Thread; result: 1; thread: Thread-1 (run_forever)",
    "Done Task; result: 1.5; thread: MainThread",
    "Results:",
    "('Task', 1.5)",
    "('Thread', 1)",
    "",
  ].join("\n");

  test("prints its two Start lines in either order, and nothing else can differ with up to 2 preemptions", () => {
    const report = explore(documented, { preemptions: 2 });
    expect(report.outcomes.map(({ output }) => output)).toEqual([
      `${task}\n${thread}\n${rest}`,
      `${thread}\n${task}\n${rest}`,
    ]);
    expect(report.outcomes.map(({ departures }) => departures)).toEqual([0, 1]);
    expect(report.verdict).toBe("inconclusive");
  });

  test("also tears these lines when each write is a system call", () => {
    const report = explore(documented, { preemptions: 2, stdout: "unbuffered" });
    expect(report.outcomes.map(({ output }) => output).sort()).toEqual(
      [
        `${task}\n${thread}\n${rest}`,
        `${thread}\n${task}\n${rest}`,
        `${task}${thread}\n\n${rest}`,
        `${thread}${task}\n\n${rest}`,
      ].sort(),
    );
  });

  test("prints the two Done lines in either order on a busy machine", () => {
    const report = explore(documented, { preemptions: 0, timing: "lagging", maxExecutions: 3000 });
    const dones = report.outcomes.map(({ output }) =>
      output
        .split("\n")
        .filter((line) => line.startsWith("Done"))
        .join(),
    );
    expect(new Set(dones)).toEqual(
      new Set([
        "Done Thread; result: 1; thread: Thread-1 (run_forever),Done Task; result: 1.5; thread: MainThread",
        "Done Task; result: 1.5; thread: MainThread,Done Thread; result: 1; thread: Thread-1 (run_forever)",
      ]),
    );
  });
});

describe("a race between a result at 1 s and a timeout at 1.5 s in one loop", () => {
  // The callback of the first timer only queues the one that sets the result, so that one runs an iteration later. A loop that wakes so late that
  // both timers are due takes the timeout in the same iteration as the first timer, before the result.
  const main = function* (): Coroutine<string> {
    const loop = asyncio.get_running_loop();
    const future = loop.create_future<string>();
    const finish = (result: string) => (): void => {
      if (!future.done()) future.set_result(result);
    };
    loop.call_later(1, () => void loop.call_soon(finish("result")));
    loop.call_later(1.5, finish("timeout"));
    return yield* future;
  };
  const program = function* (): Blocking<void> {
    yield* print(yield* asyncio.run(main()));
  };

  test("is won by the result when time passes only while the loop waits", () => {
    const report = explore(program);
    expect([report.verdict, report.executions]).toEqual(["exhausted", 1]);
    expect(inShort(report)).toEqual({ "result\n": 1 });
  });

  test("can be lost on a busy machine", () => {
    const report = explore(program, { timing: "lagging" });
    expect(report.verdict).toBe("exhausted");
    expect(Object.keys(inShort(report)).sort()).toEqual(["result\n", "timeout\n"]);
    expect(report.outcomes[1]).toMatchObject({ output: "timeout\n", departures: 1, preemptions: 0 });
    // That time passes preempts nobody, so a bound on preemptions leaves nothing out.
    expect(explore(program, { timing: "lagging", preemptions: 0 })).toMatchObject({
      verdict: "exhausted",
      executions: report.executions,
    });
  });
});

describe("equal delays in two loops", () => {
  test("end in either order, since no clock is that exact", () => {
    const sleeper = (name: string) =>
      function* (): Blocking<void> {
        const main = function* (): Coroutine<void> {
          yield* asyncio.sleep(1);
          yield* print(name);
        };
        yield* asyncio.run(main());
      };
    const program = function* (): Blocking<void> {
      const threads = ["a", "b"].map((name) => new threading.Thread({ target: sleeper(name) }));
      for (const thread of threads) yield* thread.start();
      for (const thread of threads) yield* thread.join();
    };
    expect(Object.keys(outcomesOf(program, { preemptions: 0 })).sort()).toEqual(["a\nb\n", "b\na\n"]);
  });
});
