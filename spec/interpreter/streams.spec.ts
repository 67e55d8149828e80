/** Which writes are system calls, and where another thread can come between: after each of them, and nowhere else. */
import { type Blocking, Kernel, print, print_kw, simulate, type StdoutModel } from "interloop";
import { describe, expect, test } from "vitest";
import { resumed, TextStream } from "../../src/interpreter/streams.js";
import { recorded, single } from "../builtins/recorded.js";
import { Lines, runThreads, Script } from "../kernel/bare.js";

/**
 * Writes in a kernel that watches.
 * @returns each scheduling point, with what has reached the terminal by then, and at the end that again
 */
function points(stream: TextStream, pieces: readonly string[], flush = false): string[] {
  const kernel = new Kernel({ chooser: new Script() });
  const seen: string[] = [];
  for (const operation of stream.write(kernel, pieces, flush)) seen.push(`${operation.name} | ${stream.output}`);
  return [...seen, stream.output];
}

describe("a write", () => {
  test.each<[string, StdoutModel, string[], boolean, string[]]>([
    [
      "whole lines on a terminal",
      "terminal",
      ["a", " ", "b", "\n"],
      false,
      ["write to stdout | ", "go on | a b\n", "a b\n"],
    ],
    ["no line on a terminal", "terminal", ["a", "b"], false, ["write to stdout | ", ""]],
    ["no line, but flushed", "terminal", ["a", "b"], true, ["write to stdout | ", "go on | ab", "ab"]],
    ["nothing at all, flushed", "terminal", [""], true, ["write to stdout | ", ""]],
    ["a line that is flushed twice", "terminal", ["a\n"], true, ["write to stdout | ", "go on | a\n", "a\n"]],
    [
      "two lines in two pieces",
      "terminal",
      ["a\n", "b", "\n"],
      false,
      ["write to stdout | ", "write to stdout | a\n", "go on | a\nb\n", "a\nb\n"],
    ],
    ["two lines in one piece", "terminal", ["a\nb\n"], false, ["write to stdout | ", "go on | a\nb\n", "a\nb\n"]],
    ["more than a line", "terminal", ["a\nb"], false, ["write to stdout | ", "go on | a\nb", "a\nb"]],
    ["a carriage return", "terminal", ["a\r", "b"], false, ["write to stdout | ", "write to stdout | a\r", "a\r"]],
    [
      "each piece where nothing is buffered",
      "unbuffered",
      ["a", " ", "b", "\n"],
      false,
      [
        "write to stdout | ",
        ...["write to stdout | a", "write to stdout | a ", "write to stdout | a b", "go on | a b\n", "a b\n"],
      ],
    ],
    [
      "no empty piece where nothing is buffered",
      "unbuffered",
      ["", "a", "", ""],
      true,
      ["write to stdout | ", "go on | a", "a"],
    ],
  ])("is a system call for %s", (_title, model, pieces, flush, expected) => {
    expect(points(new TextStream("stdout", model), pieces, flush)).toEqual(expected);
  });

  test("leaves what is no whole line to the next one, whoever writes it", () => {
    const stream = new TextStream("stderr", "terminal");
    expect(points(stream, ["begun, "]).at(-1)).toBe("");
    expect(points(stream, ["ended\n"])).toEqual(["write to stderr | ", "go on | begun, ended\n", "begun, ended\n"]);
  });

  test("takes as many steps where nobody watches", () => {
    const write = (kernel: Kernel, model: StdoutModel) =>
      new TextStream("stdout", model).write(kernel, ["a", "b", "\n"], true);
    for (const [model, steps] of [
      ["terminal", 2],
      ["unbuffered", 4],
    ] as const) {
      const counts = [null, new Script()].map(
        (chooser) => runThreads({ A: (kernel) => write(kernel, model) }, { chooser }).kernel.steps,
      );
      expect([model, ...counts]).toEqual([model, steps, steps]);
    }
  });
});

test("text without a scheduling point comes after what was left, and at the end that is written too", () => {
  const kernel = new Kernel();
  const stream = new TextStream("stdout", "terminal");
  points(stream, ["begun, "]);
  stream.append(kernel, "went on, ");
  expect(stream.output).toBe("begun, went on, ");
  points(stream, ["left"]);
  stream.finish(kernel);
  stream.finish(kernel);
  expect(stream.output).toBe("begun, went on, left");
});

test("an observer is told of each system call, and of nothing else", () => {
  const observer = new Lines();
  const write = (kernel: Kernel) => {
    const stream = new TextStream("stdout", "unbuffered");
    return stream.write(kernel, ["a", "", "\n"], true);
  };
  runThreads({ A: write }, { observer });
  expect(observer.lines).toEqual(["write <0 stream=stdout text=a", "write <0 stream=stdout text=\n"]);
});

test("what a thread does after a system call touches nothing, so it is independent of everything", () => {
  expect([resumed.object, resumed.gate]).toEqual([null, null]);
});

describe("print() makes the system calls that CPython's streams made when streams.py asked them", () => {
  const rows = recorded<string, string[]>("../interpreter/streams.json").map(single);

  test.each(rows)("%s", (question, calls) => {
    const [stdout, values, keywords] = JSON.parse(question) as [StdoutModel, unknown[], object];
    const { trace } = simulate(
      function* (): Blocking<void> {
        yield* print_kw(keywords, ...values);
        // Standard error marks the end of the first print().
        yield* print_kw({ file: "stderr" }, "|");
        yield* print("next");
      },
      { stdout, trace: true },
    );
    const written = trace.events.flatMap((event) => (event.kind === "write" ? [event.text] : []));
    // CPython also calls with nothing to write, which lets other threads go but shows nothing: here one point serves for both.
    const expected = calls.filter((text) => text !== "").map((text) => (text === "|" ? "|\n" : text));
    expect(written).toEqual(expected);
  });
});
