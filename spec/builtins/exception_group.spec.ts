import { describe, expect, test } from "vitest";
import {
  type BaseException,
  BaseExceptionGroup,
  Exception,
  ExceptionGroup,
  type GroupCondition,
  is_group,
  KeyboardInterrupt,
  KeyError,
  LookupError,
  RAISED,
  TypeError,
  ValueError,
} from "../../src/builtins/exceptions.js";
import * as exceptions from "../../src/builtins/exceptions.js";
import { repr, str } from "../../src/builtins/repr.js";
import { recorded, single } from "./recorded.js";

type Tree = number | readonly Tree[];
type Answer = [repr: string, str: string, match: string, rest: string, whole: boolean, subgroup: string];

function build(tree: Tree): BaseException {
  if (typeof tree !== "number") return new BaseExceptionGroup(`group of ${tree.length}`, tree.map(build));
  return new (tree > 90 ? KeyboardInterrupt : tree % 2 === 1 ? KeyError : ValueError)(tree);
}

function conditionOf(text: string): GroupCondition {
  if (text === "below 5") return (e) => !is_group(e) && (e.args[0] as number) < 5;
  if (text === "small group") return (e) => is_group(e) && e.exceptions.length < 3;
  const all = exceptions as unknown as Readonly<Record<string, exceptions.ExceptionClass>>;
  const classes = text.split(" ").flatMap((name) => all[name] ?? []);
  return classes.length === 1 ? (classes[0] as exceptions.ExceptionClass) : classes;
}

const rows = recorded<[Tree, string], Answer>("groups.json").map(single);

test(`${rows.length} groups split as in CPython`, () => {
  const found = rows.map(([[tree, condition]]) => {
    const group = build(tree);
    if (!is_group(group)) throw new Error("the tree is no group");
    const [match, rest] = group.split(conditionOf(condition));
    const again = group.subgroup(conditionOf(condition));
    return [repr(group), str(group), repr(match), repr(rest), match === group, repr(again)];
  });
  expect(found).toEqual(rows.map(([, answer]) => answer));
});

describe("making a group", () => {
  class Mine extends ExceptionGroup {}
  const one = [new ValueError(1)];
  const untyped = (cls: unknown, ...args: unknown[]): unknown =>
    new (cls as new (...args: unknown[]) => unknown)(...args);

  test("of Exceptions only makes an ExceptionGroup, unless a subclass is asked for", () => {
    class Own extends BaseExceptionGroup {}
    expect([new BaseExceptionGroup("m", one), new Own("m", one), new Mine("", one)].map(repr)).toEqual([
      ...["ExceptionGroup('m', [ValueError(1)])", "Own('m', [ValueError(1)])", "Mine('', [ValueError(1)])"],
    ]);
    expect(repr(new BaseExceptionGroup("m", [new KeyboardInterrupt()]))).toBe(
      "BaseExceptionGroup('m', [KeyboardInterrupt()])",
    );
  });

  test("an ExceptionGroup is a BaseExceptionGroup and an Exception", () => {
    class Own extends BaseExceptionGroup {}
    const group = new ExceptionGroup("m", one);
    const base = new BaseExceptionGroup("m", [new KeyboardInterrupt()]);
    const classes = [BaseExceptionGroup, ExceptionGroup, Exception, Own];
    expect(classes.map((cls) => group instanceof cls)).toEqual([true, true, true, false]);
    expect(classes.map((cls) => new Mine("m", one) instanceof cls)).toEqual([true, true, true, false]);
    expect(classes.map((cls) => base instanceof cls)).toEqual([true, false, false, false]);
    expect(classes.map((cls) => new Own("m", one) instanceof cls)).toEqual([true, false, false, true]);
    expect(classes.map((cls) => new ValueError() instanceof cls)).toEqual([false, false, true, false]);
  });

  test("the message has no count, the str has one; the members are a tuple of their own", () => {
    const members = [new ValueError(1), new KeyError("k")];
    const group = new ExceptionGroup("two", members);
    members.push(new KeyError("later"));
    expect([group.message, str(group), repr(group.exceptions)]).toEqual([
      ...["two", "two (2 sub-exceptions)", "(ValueError(1), KeyError('k'))"],
    ]);
    expect(str(new ExceptionGroup("", one))).toBe(" (1 sub-exception)");
  });

  test("refuses what CPython refuses, in its words", () => {
    const refused: readonly (readonly [() => unknown, string])[] = [
      [() => untyped(ExceptionGroup), "BaseExceptionGroup.__new__() takes exactly 2 arguments (0 given)"],
      [() => untyped(ExceptionGroup, "m"), "BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)"],
      [
        () => untyped(BaseExceptionGroup, "m", one, 1),
        "BaseExceptionGroup.__new__() takes exactly 2 arguments (3 given)",
      ],
      [() => untyped(ExceptionGroup, 1, one), "BaseExceptionGroup.__new__() argument 1 must be str, not int"],
      [() => untyped(ExceptionGroup, "m", null), "second argument (exceptions) must be a sequence"],
      [
        () => new ExceptionGroup("m", new KeyboardInterrupt() as never),
        "second argument (exceptions) must be a sequence",
      ],
      [
        () => untyped(ExceptionGroup, "m", [new KeyboardInterrupt()]),
        "Cannot nest BaseExceptions in an ExceptionGroup",
      ],
      [() => untyped(Mine, "m", [new KeyboardInterrupt()]), "Cannot nest BaseExceptions in 'Mine'"],
    ];
    for (const [make, message] of refused) expect(make).toThrow(new TypeError(message));
    expect(() => new BaseExceptionGroup("m", [])).toThrow(
      new ValueError("second argument (exceptions) must be a non-empty sequence"),
    );
    for (const wrong of [5, ValueError, new Error("js")]) {
      expect(() => untyped(ExceptionGroup, "m", [one[0], wrong])).toThrow(
        new ValueError("Item 1 of second argument (exceptions) is not an exception"),
      );
    }
  });
});

describe("splitting a group", () => {
  const make = (): ExceptionGroup => new ExceptionGroup("m", [new ValueError(1), new KeyError(2)]);

  test("a part has copies of the notes, and the links of the whole", () => {
    const group = make();
    const [cause, context] = [new KeyError("c"), new KeyError("x")];
    group.add_note("note");
    group.__context__ = context;
    group.__traceback__ = RAISED;
    const plain = group.subgroup(ValueError);
    expect([plain?.__cause__, plain?.__context__, plain?.__suppress_context__]).toEqual([null, context, true]);
    group.__cause__ = cause;
    const part = group.subgroup(ValueError);
    expect([part?.__cause__, part?.__context__, part?.__traceback__]).toEqual([cause, context, RAISED]);
    group.add_note("later");
    expect([part?.__notes__, "__notes__" in (make().subgroup(ValueError) ?? {})]).toEqual([["note"], false]);
  });

  test("a subclass that derives keeps its class and fields", () => {
    class Coded<E extends Exception = Exception> extends ExceptionGroup<E> {
      readonly code: number;
      constructor(message: string, members: readonly E[], code: number) {
        super(message, members);
        this.code = code;
      }
      override derive<D extends BaseException>(members: readonly D[]): BaseExceptionGroup<D> {
        const made: unknown = new Coded(this.message, members, this.code);
        return made as BaseExceptionGroup<D>;
      }
    }
    const part = new Coded("m", [new ValueError(1), new KeyError(2)], 7).subgroup(LookupError);
    expect([repr(part), (part as unknown as Coded).code]).toEqual(["Coded('m', [KeyError(2)])", 7]);
    class Plain extends ExceptionGroup {}
    expect(repr(new Plain("m", [new ValueError(1), new KeyError(2)]).subgroup(KeyError))).toBe(
      "ExceptionGroup('m', [KeyError(2)])",
    );
  });

  test("derive must give a group", () => {
    class Wrong extends ExceptionGroup {
      override derive(): never {
        return 5 as never;
      }
    }
    const group = new Wrong("m", [new ValueError(1), new KeyError(2)]);
    expect(() => group.split(KeyError)).toThrow(new TypeError("derive must return an instance of BaseExceptionGroup"));
  });

  test("the condition is asked of every group before its members", () => {
    const asked: string[] = [];
    new ExceptionGroup("m", [new ValueError(1), new ExceptionGroup("n", [new KeyError(2)])]).split((e) => {
      asked.push(repr(e));
      return false;
    });
    expect(asked).toEqual([
      "ExceptionGroup('m', [ValueError(1), ExceptionGroup('n', [KeyError(2)])])",
      ...["ValueError(1)", "ExceptionGroup('n', [KeyError(2)])", "KeyError(2)"],
    ]);
  });

  test("refuses other conditions", () => {
    const message = "expected an exception type, a tuple of exception types, or a callable (other than a class)";
    for (const wrong of [5, null, "x", Map, [ValueError, 5]]) {
      expect(() => make().split(wrong as GroupCondition)).toThrow(new TypeError(message));
      expect(() => make().subgroup(wrong as GroupCondition)).toThrow(new TypeError(message));
    }
  });
});
