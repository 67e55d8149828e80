import { formatJsonl, parseJsonl, UsageError } from "interloop";
import { describe, expect, test } from "vitest";
import { sample } from "./samples.js";

const lines = [
  '{"schema":1,"python":"3.13.0","clock":"linux","timing":"punctual","stdout":"terminal","debug":false}',
  '{"seq":1,"time":0,"thread":0,"kind":"thread.start","cause":0,"child":1,"name":"Thread-1 (run)"}',
  '{"seq":2,"time":1e-9,"thread":0,"kind":"thread.wait","cause":1,"operation":"select","object":null,"until":1.5}',
  '{"seq":3,"time":1.500000013,"thread":-1,"kind":"clock.advance","cause":0}',
  '{"seq":4,"time":12.25,"thread":1,"kind":"write","cause":3,"stream":"stdout","text":"a \\"b\\"\\n"}',
  '{"ending":"returned","text":"returned","time":12.25,"steps":3,"schedule":"i1:0=t1"}',
] as const;
const text = lines.map((line) => `${line}\n`).join("");

/** The sample with one line replaced. */
function damaged(line: number, replacement: string): string {
  return lines.map((kept, at) => `${at + 1 === line ? replacement : kept}\n`).join("");
}

test("a trace is a header, a line for each event, and its ending", () => {
  expect(formatJsonl(sample)).toBe(text);
  expect(parseJsonl(text)).toEqual(sample);
});

test("empty lines and other ends of lines do no harm", () => {
  expect(parseJsonl(`\n${text.replaceAll("\n", "\r\n")}\n`)).toEqual(sample);
});

describe("a damaged trace is refused with the number of its line", () => {
  test.each([
    ["", "trace, line 1: it is empty; the first line of a trace is its header, which begins with its schema"],
    ["x\n", "trace, line 1: it is no JSON; each line of a trace is one JSON object"],
    ["[1]\n", "trace, line 1: it is JSON, but no object"],
    [damaged(1, "{}"), "trace, line 1: it has no schema: the first line of a trace is its header"],
    [damaged(1, '{"schema":2}'), "trace, line 1: schema 2 is unknown; this version reads schema 1"],
    [
      damaged(1, lines[0].replace("linux", "sundial")),
      'trace, line 1: clock is "sundial"; it must be one of linux, frozen',
    ],
    [
      damaged(1, lines[0].replace("false", '"no"')),
      'trace, line 1: the field debug of the header is "no", which is no flag',
    ],
    [damaged(2, "{}"), "trace, line 2: an event has a kind, which is a text"],
    [
      damaged(2, lines[1].replace("thread.start", "thread.stop")),
      'trace, line 2: the kind of event "thread.stop" is unknown to this version',
    ],
    [
      damaged(2, lines[1].replace('"child":1', '"child":"1"')),
      'trace, line 2: the field child of thread.start is "1", which is no number',
    ],
    [damaged(2, lines[1].replace('"child":1,', "")), "trace, line 2: the field child of thread.start is missing"],
    [damaged(4, lines[3].replace("}", ',"x":1}')), 'trace, line 4: clock.advance has no field "x"'],
    [damaged(3, lines[1]), "trace, line 3: this is event 1, but event 2 comes next"],
    [
      damaged(3, lines[2].replace('"cause":1', '"cause":2')),
      "trace, line 3: the cause of event 2 is 2; it must be an earlier event, or 0 for none",
    ],
    [damaged(4, lines[5]), "trace, line 4: there are more lines after the ending"],
    [damaged(6, ""), "trace, line 6: the ending is missing: the trace was cut off, or its run is still going on"],
    [
      damaged(6, lines[5].replace('"returned"', '"vanished"')),
      'trace, line 6: ending is "vanished"; it must be one of returned, raised, exited, deadlock, step limit, time limit, thread limit, diverged, nondeterminism, escape, stalled',
    ],
  ])("%#", (broken, message) => {
    expect(() => parseJsonl(broken)).toThrow(new UsageError(message));
  });
});
