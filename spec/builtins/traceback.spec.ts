import { describe, expect, test } from "vitest";
import * as exceptions from "../../src/builtins/exceptions.js";
import { define_classes } from "../../src/builtins/repr.js";
import { format_exception, format_exception_only } from "../../src/builtins/traceback.js";
import { profileOf } from "../../src/interpreter/profile.js";
import { decode, recorded } from "./recorded.js";

interface Node {
  readonly cls: string;
  readonly args: readonly unknown[];
  readonly raised?: boolean;
  readonly cause?: number;
  readonly context?: number;
  readonly suppress?: boolean;
  readonly notes?: readonly string[];
  readonly members?: readonly number[];
}

class Custom extends exceptions.Exception {}
class Inner extends exceptions.Exception {
  static readonly __qualname__ = "Box.Inner";
}
class Broken extends exceptions.Exception {
  override __str__(): string {
    throw new exceptions.ValueError("no text");
  }
}
class CustomGroup extends exceptions.ExceptionGroup {}
class Elsewhere extends exceptions.Exception {}
class CancelledError extends exceptions.BaseException {}
define_classes("some.where", { Elsewhere });
define_classes("asyncio.exceptions", { CancelledError });

const classes: Readonly<Record<string, unknown>> = {
  ...exceptions,
  ...{ Custom, Inner, Broken, CustomGroup, Elsewhere, CancelledError },
};

/** The first of the exceptions that a question describes. */
function build(nodes: readonly Node[]): exceptions.BaseException {
  const made: exceptions.BaseException[] = [];
  const at = (index: number): exceptions.BaseException => made[index] as exceptions.BaseException;
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const { cls, args, members, raised = false } = nodes[index] as Node;
    const Class = classes[cls] as new (...args: readonly unknown[]) => exceptions.BaseException;
    made[index] = new Class(...args.map(decode), ...(members === undefined ? [] : [members.map(at)]));
    if (raised) exceptions.mark_raised(made[index]);
  }
  nodes.forEach(({ cause, context, suppress, notes = [] }, index) => {
    if (cause !== undefined) at(index).__cause__ = at(cause);
    if (context !== undefined) at(index).__context__ = at(context);
    if (suppress !== undefined) at(index).__suppress_context__ = suppress;
    for (const note of notes) at(index).add_note(note);
  });
  return at(0);
}

const rows = recorded<readonly Node[], [traceback: string, excepthook?: string]>("tracebacks.json");

describe.each([8, 9, 10, 11, 12, 13])("Python 3.%i", (minor) => {
  const asked = rows.flatMap(({ question, answers }) =>
    answers.filter(([one]) => one === minor).map(([, answer]) => [question, answer] as const),
  );

  test("the traceback module prints what CPython prints", () => {
    expect(asked.length).toBeGreaterThan(80);
    for (const [question, [text]] of asked)
      expect(format_exception(build(question), profileOf(`3.${String(minor)}`))).toBe(text);
  });

  test("the excepthook prints what CPython prints", () => {
    for (const [question, [text, hooked = text]] of asked) {
      expect(format_exception(build(question), profileOf(`3.${String(minor)}`), "excepthook")).toBe(hooked);
    }
  });
});

test("the last line alone", () => {
  const e = new Custom("two\nlines");
  e.add_note("note");
  exceptions.mark_raised(e);
  expect([format_exception_only(e, profileOf("3.10")), format_exception_only(e, profileOf("3.13"))]).toEqual([
    ...["Custom: two\nlines\n", "Custom: two\nlines\nnote\n"],
  ]);
  expect(format_exception_only(e, profileOf("3.10"), "excepthook")).toBe("__main__.Custom: two\nlines\n");
});

test("an error of JavaScript cannot be taken for one of Python's", () => {
  const header = "Traceback (most recent call last):\n";
  expect(format_exception(new globalThis.TypeError("x is not a function"), profileOf("3.13"))).toBe(
    `${header}JSError: TypeError: x is not a function\n`,
  );
  expect(format_exception("text", profileOf("3.13"))).toBe(
    `${header}JSError: 'text' was thrown, which is no exception\n`,
  );
  expect(format_exception_only(undefined, profileOf("3.8"))).toBe("JSError: None was thrown, which is no exception\n");
});

test("notes that a program replaced or that are no texts are printed as they are", () => {
  const e = new exceptions.ValueError("v");
  e.__notes__ = [1, new Broken(), "text"];
  expect(format_exception_only(e, profileOf("3.13"))).toBe("ValueError: v\n1\n<note str() failed>\ntext\n");
  e.__notes__ = 5 as never;
  expect(format_exception_only(e, profileOf("3.13"))).toBe("ValueError: v\n5\n");
});
