/** The rules by which texts of both sides are made comparable: what each takes out, and that it takes out no more. */
import { describe, expect, test } from "vitest";
import { normalise, withoutFrames } from "../../src/judge/texts.js";

describe("a text", () => {
  test.each([
    ["<object at 0x7f00a>", "<object at 0x..>"],
    ["Future 140 in unexpected state: RUNNING", "Future .. in unexpected state: RUNNING"],
    ["<Task pending coro=<main() running at p.py:3>>", "<Task pending coro=<..>>"],
    ["cb=[_done() at tasks.py:4]", "cb=[_done()]"],
    ["<Handle main.<locals>.step()>", "<Handle step()>"],
    ["<coroutine object main at 0x1>", "<coroutine object .. at 0x..>"],
    ["<TimerHandle when=12.5 f()>", "<TimerHandle when=.. f()>"],
    ["Executing <Handle f()> took 0.105 seconds", "Executing <Handle f()> took .. seconds"],
    ["p.py:3: RuntimeWarning: coroutine 'main' was never awaited\n", ""],
    ["RuntimeWarning: coroutine 'sleep' was never awaited\n", "RuntimeWarning: coroutine 'sleep' was never awaited\n"],
    ["p.py:3: DeprecationWarning: old\n", "DeprecationWarning: old\n"],
    ["<Thread(Thread-1 (f), started 140)>", "<Thread(Thread-1 (f), started ..)>"],
    ["ValueError: 3 at most\n", "ValueError: 3 at most\n"],
  ])("%j", (text, result) => {
    expect(normalise(text)).toBe(result);
  });

  test("is left as it is, once it is comparable", () => {
    const text = normalise("<Task pending coro=<main() running at p.py:3> cb=[f() at x.py:1]> 0x7f");
    expect(normalise(text)).toBe(text);
  });
});

describe("standard error", () => {
  test("loses the frames of tracebacks, also in groups, and nothing else", () => {
    const text =
      'Traceback (most recent call last):\n  File "p.py", line 1, in <module>\n    f()\n    ~^^\n  File "p.py", line 2, in f\n' +
      '    raise E\n  [Previous line repeated 3 more times]\nE: text\n    more of it\n  | Traceback:\n  |   File "p.py", line 3\n  |     g()\n  | G: end\n';
    expect(withoutFrames(text)).toBe(
      "Traceback (most recent call last):\nE: text\n    more of it\n  | Traceback:\n  | G: end\n",
    );
  });

  test("loses the source line of a warning", () => {
    expect(withoutFrames("p.py:3: DeprecationWarning: old\n  call()\nrest\n")).toBe(
      "p.py:3: DeprecationWarning: old\nrest\n",
    );
  });
});
