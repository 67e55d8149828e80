import { formatText, formatTime, parseText, UsageError } from "interloop";
import { describe, expect, test } from "vitest";
import { sample } from "./samples.js";

const lines = [
  'trace  schema=1 python="3.13.0" clock="linux" timing="punctual" stdout="terminal" debug=false',
  '1   0.000000      t0  thread.start   <-0  child=1 name="Thread-1 (run)"',
  '2   0.000000_001  t0  thread.wait    <-1  operation="select" object=null until=1.5',
  "3   1.500000_013  --  clock.advance  <-0",
  '4  12.250000      t1  write          <-3  stream="stdout" text="a \\"b\\"\\n"',
  'end  ending="returned" text="returned" time=12.25 steps=3 schedule="i1:0=t1"',
] as const;

function damaged(line: number, replacement: string): string {
  return lines.map((kept, at) => (at + 1 === line ? replacement : kept)).join("\n");
}

test("a trace is a header, aligned lines for the events, and its ending", () => {
  expect(formatText(sample).split("\n")).toEqual([...lines, ""]);
  expect(parseText(formatText(sample))).toEqual(sample);
});

test("the alignment is for people only", () => {
  expect(parseText(lines.join("\n").replaceAll("  ", " ").replaceAll(/^/gmu, "\t"))).toEqual(sample);
});

describe("a time shows microseconds, and loses nothing beyond them", () => {
  test.each([
    [0, "0.000000"],
    [1, "1.000000"],
    [1.5, "1.500000"],
    [0.000001, "0.000001"],
    [1e-9, "0.000000_001"],
    [1.5e-7, "0.000000_15"],
    [1.500000013, "1.500000_013"],
    [0.1 + 0.2, "0.300000_00000000004"],
    [86400.25, "86400.250000"],
    [1e21, "1000000000000000000000.000000"],
    [1.25e22, "12500000000000000000000.000000"],
    [-1e-9, "-0.000000_001"],
  ])("%d is %s", (seconds, text) => {
    expect(formatTime(seconds)).toBe(text);
    expect(Number(text.replace("_", ""))).toBe(seconds);
  });
});

describe("a damaged trace is refused with the number of its line", () => {
  test.each([
    ["", "trace, line 1: it is empty; the first line of a trace is its header, which begins with its schema"],
    [damaged(1, lines[0].replace("=1", "=3")), "trace, line 1: schema 3 is unknown; this version reads schema 1"],
    [
      damaged(2, lines[1].replace("<-", "<")),
      'trace, line 2: an event reads NUMBER SECONDS tN KIND <-CAUSE FIELDS, such as 3 1.500000 t0 ready.run <-2 loop="event loop 1"',
    ],
    [
      damaged(2, lines[1].replace("0.000000", "0.0")),
      'trace, line 2: an event reads NUMBER SECONDS tN KIND <-CAUSE FIELDS, such as 3 1.500000 t0 ready.run <-2 loop="event loop 1"',
    ],
    [
      damaged(2, lines[1].replace("child=1", "child")),
      'trace, line 2: "child name=\\"Thread-1 (run)\\"": a field reads NAME=VALUE, where VALUE is JSON',
    ],
    [damaged(2, lines[1].replace("child=1", "child=one")), "trace, line 2: the value one of child is no JSON"],
    [damaged(2, lines[1].replace("child=1", "child=1 child=1")), "trace, line 2: the field child stands there twice"],
    [
      damaged(3, lines[2].replace("thread.wait", "thread.nap")),
      'trace, line 3: the kind of event "thread.nap" is unknown to this version',
    ],
    [damaged(6, ""), "trace, line 6: the ending is missing: the trace was cut off, or its run is still going on"],
  ])("%#", (broken, message) => {
    expect(() => parseText(broken)).toThrow(new UsageError(message));
  });
});
