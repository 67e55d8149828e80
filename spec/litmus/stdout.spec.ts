/**
 * Two threads print a line each. What the main thread does after it has started the other one, and what that one does:
 *
 *     main    see that it has started | print "m" | go on after the write |           (join: waits for the end of t)
 *     t       go on after the start | print "t" | go on after the write | end
 *
 * 3 and 4 visible operations: 7! / (3! 4!) = 35 executions. On a terminal the line is one write. Unbuffered, the text and the newline are a write
 * each, so there are 4 and 5 operations: 9! / (4! 5!) = 126 executions.
 */
import { type Blocking, explore, print, print_kw, threading } from "interloop";
import { describe, expect, test } from "vitest";
import { censusOf } from "../explore/judge.js";
import { inShort, merges, outcomesOf, tally } from "./outcomes.js";

function* twoLines(): Blocking<void> {
  const body = function* (): Blocking<void> {
    yield* print("t");
  };
  const thread = new threading.Thread({ target: body });
  yield* thread.start();
  yield* print("m");
  yield* thread.join();
}

describe("two threads that print a line each", () => {
  test("on a terminal print whole lines in either order", () => {
    const expected = tally(merges(["", "m\n", ""], ["", "t\n", "", ""]).map((merge) => merge.join("")));
    expect(expected).toEqual({ "m\nt\n": 13, "t\nm\n": 22 });
    const report = explore(twoLines);
    expect([report.verdict, report.executions]).toEqual(["exhausted", 35]);
    expect(inShort(report)).toEqual(expected);
  });

  test("unbuffered also tear their lines: `python3 -u` writes the newline apart", () => {
    const expected = tally(merges(["", "m", "\n", ""], ["", "t", "\n", "", ""]).map((merge) => merge.join("")));
    expect(expected).toEqual({ "m\nt\n": 21, "t\nm\n": 45, "mt\n\n": 30, "tm\n\n": 30 });
    const report = explore(twoLines, { stdout: "unbuffered" });
    expect([report.verdict, report.executions]).toEqual(["exhausted", 126]);
    expect(inShort(report)).toEqual(expected);
  });
});

describe("one call of print with several values", () => {
  function* twoPairs(): Blocking<void> {
    const body = function* (): Blocking<void> {
      yield* print("a", "b");
    };
    const thread = new threading.Thread({ target: body });
    yield* thread.start();
    yield* print_kw({ end: "" }, "m");
    yield* thread.join();
  }

  test("on a terminal is whole", () => {
    expect(Object.keys(outcomesOf(twoPairs)).sort()).toEqual(["a b\nm", "ma b\n"]);
  });

  test("unbuffered can be torn between any two of its parts, and an empty end writes nothing", () => {
    const found = outcomesOf(twoPairs, { stdout: "unbuffered" });
    expect(Object.keys(found).sort()).toEqual(["a b\nm", "a bm\n", "a mb\n", "am b\n", "ma b\n"]);
    const census = censusOf(twoPairs, { stdout: "unbuffered" });
    expect(found).toEqual(
      Object.fromEntries([...census].map(([key, count]) => [key.replace("returned: ", ""), count])),
    );
  });
});
