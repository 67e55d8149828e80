import { expect, test } from "vitest";
import * as exceptions from "../../src/builtins/exceptions.js";
import { repr, str } from "../../src/builtins/repr.js";
import { decode, recorded, single } from "./recorded.js";

type Answer = [bases: string[], str: string, repr: string, args: string, chosen: string, extra: unknown];

const rows = recorded<[string, unknown], Answer>("exceptions.json").map(single);

/** The class of that name among all that the module exports. */
function find(name: string): new (...args: readonly unknown[]) => exceptions.BaseException {
  const found: unknown = (exceptions as Readonly<Record<string, unknown>>)[name];
  if (!exceptions.is_exception_class(found)) throw new Error(`there is no ${name}`);
  return found as unknown as new (...args: readonly unknown[]) => exceptions.BaseException;
}

/** The names of the classes that an object's class derives from, down to BaseException. */
function bases(e: object): string[] {
  const names: string[] = [];
  for (let cls: object = e.constructor; cls !== exceptions.BaseException;) {
    cls = Object.getPrototypeOf(cls) as object;
    names.push((cls as { readonly name: string }).name);
  }
  return names;
}

test(`${rows.length} exceptions have CPython's bases, str, repr and args`, () => {
  const found = rows.map(([[name, args]]) => {
    const e = new (find(name))(...(decode(args) as readonly unknown[]));
    return [str(e), repr(e), repr(e.args), e.constructor.name];
  });
  expect(found).toEqual(rows.map(([, [, ...texts]]) => texts.slice(0, 4)));
});

test("every class has CPython's bases", () => {
  for (const [[name, args], [expected, , , , chosen]] of rows) {
    const e = new (find(name))(...(decode(args) as readonly unknown[]));
    if (chosen === name) expect([name, bases(e)]).toEqual([name, expected]);
    else expect([name, bases(e).slice(-expected.length)]).toEqual([name, expected]);
  }
});

test("value, code and errno are what CPython says", () => {
  for (const [[name, args], [, , , , chosen, extra]] of rows) {
    const e = new (find(name))(...(decode(args) as readonly unknown[]));
    const { value, code, errno } = e as { readonly value?: unknown; readonly code?: unknown; readonly errno?: unknown };
    expect([chosen, repr(value ?? code ?? errno)]).toEqual([chosen, repr(decode(extra))]);
  }
});

test("an exception is an Error to JavaScript's tools, and none of JavaScript's own errors", () => {
  const e = new exceptions.TypeError("x");
  expect([
    e instanceof Error,
    e instanceof globalThis.TypeError,
    new globalThis.TypeError() instanceof find("TypeError"),
  ]) //
    .toEqual([true, false, false]);
  expect([
    e.name,
    e.message,
    Error.prototype.toString.call(e),
    Object.prototype.hasOwnProperty.call(e, "stack"),
  ]).toEqual([...["TypeError", "x", "TypeError: x"], false]);
  class Mine extends exceptions.Exception {
    override __str__(): string {
      return `mine ${repr(this.args)}`;
    }
  }
  expect(Error.prototype.toString.call(new Mine(1))).toBe("Mine: mine (1,)");
});

test("the message of an exception whose __str__ fails says so", () => {
  class Broken extends exceptions.Exception {
    override __str__(): string {
      throw new exceptions.ValueError("no");
    }
  }
  expect(new Broken().message).toBe("<exception str() failed>");
});

test("args is a tuple, and can be replaced", () => {
  const e = new exceptions.ValueError("a", 1);
  expect([repr(e.args), repr(new exceptions.ValueError().args)]).toEqual(["('a', 1)", "()"]);
  e.args = ["b"];
  expect([repr(e), str(e), repr(e.args)]).toEqual(["ValueError('b')", "b", "('b',)"]);
});

test("setting the cause hides the context; a new exception hides nothing", () => {
  const e = new exceptions.ValueError();
  expect([e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__, e.__notes__]).toEqual([
    ...[null, null, false, null, undefined],
  ]);
  e.__cause__ = null;
  expect([e.__cause__, e.__suppress_context__]).toEqual([null, true]);
});

test("notes are added to a list, and only texts", () => {
  const e = new exceptions.ValueError();
  expect("__notes__" in e).toBe(false);
  e.add_note("one");
  e.add_note("two");
  expect(e.__notes__).toEqual(["one", "two"]);
  expect(() => e.add_note(5 as unknown as string)).toThrow(new exceptions.TypeError("note must be a str, not 'int'"));
});
