import {
  type Blocking,
  exitCode,
  print,
  replay,
  type Schedule,
  simulate,
  threading,
  time,
  UsageError,
} from "interloop";
import { describe, expect, test } from "vitest";

/** Two threads print a letter each, then the main thread prints one; at choice 1 thread 1 or the main thread goes on. */
function* program(): Blocking<void> {
  const letter = (text: string) =>
    function* (): Blocking<void> {
      yield* print(text);
    };
  const threads = ["a", "b"].map((text) => new threading.Thread({ target: letter(text) }));
  for (const thread of threads) yield* thread.start();
  yield* print("m");
  for (const thread of threads) yield* thread.join();
}

describe("a replay", () => {
  test("without choices is the default run", () => {
    const run = replay(program, "i1:", { trace: true });
    const plain = simulate(program, { trace: true });
    expect([run.output, run.ending, run.trace]).toEqual([plain.output, plain.ending, plain.trace]);
    expect(run.choices).toBeGreaterThan(0);
    expect(plain.choices).toBe(0);
  });

  test("of a random run gives the same run, and the same schedule", () => {
    for (let seed = 0; seed < 20; seed++) {
      const run = simulate(program, { seed, trace: true });
      const again = replay(program, run.schedule, { trace: true });
      expect(again).toMatchObject({ output: run.output, schedule: run.schedule, steps: run.steps, time: run.time });
      expect(again.trace).toEqual(run.trace);
    }
  });

  test("takes a schedule as a value too", () => {
    const schedule: Schedule = [{ index: 0, choice: { thread: 0 } }];
    expect(replay(program, schedule).schedule).toBe("i1:0=t0");
    expect(replay(program, schedule).output).toBe(replay(program, "i1:0=t0").output);
  });

  test("of a schedule that says what the default does anyway is that run", () => {
    const run = replay(program, "i1:0=t1");
    expect([run.ending.kind, run.schedule]).toEqual(["returned", "i1:"]);
  });
});

describe("a schedule that does not fit", () => {
  test("ends the run where a thread is to go next that cannot", () => {
    const run = replay(program, "i1:1=t7");
    expect(run.ending).toEqual({ kind: "diverged", choice: 1, expected: "t7", possible: ["t1", "t0"] });
    expect(run.endingText).toBe(
      "diverged: choice 1: the schedule says t7, possible: t1, t0; is it another scenario, or are the options others than those it was recorded with?",
    );
    expect(exitCode(run.ending)).toBe(105);
  });

  test("ends the run where time is to pass that cannot", () => {
    expect(replay(program, "i1:0=time").ending).toEqual({
      kind: "diverged",
      choice: 0,
      expected: "time",
      possible: ["t1", "t0"],
    });
  });

  test("ends the run where another kind of choice is to be made", () => {
    expect(replay(program, "i1:0=1").ending).toMatchObject({ kind: "diverged", choice: 0, expected: "1" });
  });

  test("ends the run where a way is to be taken that is not there", () => {
    // At choice 4 the wait is served at the instant at which it times out: it can count as either.
    const waits = function* (): Blocking<boolean> {
      const event = new threading.Event();
      const body = function* (): Blocking<void> {
        yield* time.sleep(1);
        yield* event.set();
      };
      yield* new threading.Thread({ target: body }).start();
      return yield* event.wait(1);
    };
    expect(replay(waits, "i1:1=t1,4=1").endingText).toBe("returned True");
    expect(replay(waits, "i1:1=t1,4=2").ending).toEqual({
      kind: "diverged",
      choice: 4,
      expected: "2",
      possible: ["0", "1"],
    });
    expect(replay(waits, "i1:1=t1,4=t1").ending).toMatchObject({ expected: "t1", possible: ["0", "1"] });
  });

  test("is refused when it names a choice that the run never reaches", () => {
    const { choices } = replay(program, "i1:");
    const run = replay(program, `i1:${String(choices)}=t1`);
    expect(run.ending).toEqual({
      kind: "diverged",
      choice: choices,
      expected: "t1",
      possible: [`the end of the run, which has ${String(choices)} choice points`],
    });
    const single = replay(function* (): Blocking<void> {}, "i1:0=t1"); // prettier-ignore
    expect(single.ending).toMatchObject({ possible: ["the end of the run, which has 0 choice points"] });
  });

  test("is an error when it is damaged", () => {
    expect(() => replay(program, "i1:0=x")).toThrow(UsageError);
    expect(() => replay(program, [{ index: -1, choice: "time" }])).toThrow(
      "schedule, choice -1: -1 is no whole number from 0 to 2^53 - 1",
    );
  });
});
