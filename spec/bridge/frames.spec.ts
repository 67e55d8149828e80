/** The frames in which the agent's messages arrive. */
import { expect, test } from "vitest";
import { FrameReader } from "../../src/bridge/frames.js";

function frame(job: number, flag: "." | "+", payload: string): Buffer {
  const data = Buffer.from(payload, "utf8");
  return Buffer.concat([Buffer.from(`${String(job)} ${flag} ${String(data.length)}\n`), data]);
}

test("a message in one frame is there when its last byte has come, wherever the stream is cut", () => {
  const bytes = Buffer.concat([frame(7, ".", '{"type":"résult"}'), frame(0, ".", "[1]")]);
  for (let cut = 0; cut <= bytes.length; cut++) {
    const reader = new FrameReader();
    const messages = [...reader.push(bytes.subarray(0, cut)), ...reader.push(bytes.subarray(cut))];
    expect(messages).toEqual([
      { job: 7, message: { type: "résult" } },
      { job: 0, message: [1] },
    ]);
  }
});

test("frames of several messages may alternate, and a character may be torn between two of them", () => {
  const text = Buffer.from('"zwölf"', "utf8");
  const [one, two] = [text.subarray(0, 4), text.subarray(4)];
  const part = (flag: string, data: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`3 ${flag} ${String(data.length)}\n`), data]);
  const reader = new FrameReader();
  const stream = [part("+", one), frame(4, "+", "[1,"), frame(5, ".", "{}"), part(".", two), frame(4, ".", "2]")];
  expect(reader.push(Buffer.concat(stream))).toEqual([
    { job: 5, message: {} },
    { job: 3, message: "zwölf" },
    { job: 4, message: [1, 2] },
  ]);
});

test("what was dropped is forgotten, so that another message of that number begins anew", () => {
  const reader = new FrameReader();
  expect(reader.push(frame(9, "+", '{"half":'))).toEqual([]);
  reader.drop(9);
  expect(reader.push(frame(9, ".", "true"))).toEqual([{ job: 9, message: true }]);
});

test.each([
  ["hello\n", '"hello"'],
  ["1 ! 5\n", '"1 ! 5"'],
  ["x".repeat(100), JSON.stringify("x".repeat(64))],
])("what is no frame is a bug, and is told: %j", (text, told) => {
  expect(() => new FrameReader().push(Buffer.from(text))).toThrow(`the agent sent what is no frame: ${told}`);
});
