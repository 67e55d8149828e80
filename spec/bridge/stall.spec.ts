/** Where a program hangs, as read from what `faulthandler` writes. */
import { expect, test } from "vitest";
import { placeOf } from "../../src/bridge/stall.js";

const AGENT = "/opt/interloop/src/bridge/agent";
const waiting = `  File "${AGENT}/interloop_agent/kernel.py", line 300 in switch\n  File "/home/me/program.py", line 9 in worker\n`;

test("the innermost line of the thread that does not wait for its turn", () => {
  const dump =
    `Thread 0x00007f01 (most recent call first):\n${waiting}\n` +
    'Current thread 0x00007f02 (most recent call first):\n  File "/home/me/program.py", line 3 in main\n' +
    '  File "/home/me/program.py", line 12 in <module>\n' +
    `  File "${AGENT}/interloop_agent/program.py", line 80 in main\n`;
  expect(placeOf(dump, AGENT, "/home/me/program.py")).toBe("line 3 of program.py, in main");
});

test("and what the program has called from there", () => {
  const dump =
    'Current thread 0x01 (most recent call first):\n  File "/usr/lib/python3.11/json/decoder.py", line 340 in raw_decode\n' +
    '  File "/home/me/program.py", line 5 in <module>\n';
  expect(placeOf(dump, AGENT, "/home/me/program.py")).toBe(
    "line 5 of program.py, inside line 340 of decoder.py, in raw_decode",
  );
});

test("where all threads wait, or where none is the program's, the innermost line there is", () => {
  const all = `Current thread 0x01 (most recent call first):\n${waiting}`;
  expect(placeOf(all, AGENT, "/home/me/program.py")).toBe("line 9 of program.py, in worker");
  expect(placeOf(all, AGENT, "/home/me/other.py")).toBe("line 300 of kernel.py, in switch");
});

test("nothing was written", () => {
  expect(placeOf("", AGENT, "/home/me/program.py")).toBe("a place that Python could not tell");
});
