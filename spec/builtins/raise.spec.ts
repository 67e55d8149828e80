import { describe, expect, expectTypeOf, test } from "vitest";
import {
  BaseException,
  except,
  Exception,
  IndexError,
  KeyboardInterrupt,
  KeyError,
  LookupError,
  mark_raised,
  raise,
  RAISED,
  set_context,
  StopIteration,
  TypeError,
  ValueError,
} from "../../src/builtins/exceptions.js";
import { repr } from "../../src/builtins/repr.js";
import { recorded, single } from "./recorded.js";

/** What a call throws. */
function thrownBy(body: () => unknown): unknown {
  try {
    body();
  } catch (thrown) {
    return thrown;
  }
  throw new Error("nothing was thrown");
}

/** An exception as `repr`, with those that it refers to. */
function linked(thrown: unknown): unknown[] {
  if (!(thrown instanceof BaseException)) return [thrown];
  return [repr(thrown), repr(thrown.__cause__), repr(thrown.__context__), thrown.__suppress_context__];
}

describe("except", () => {
  test("gives the exception of the class or of one of the classes, with its type", () => {
    const e: unknown = new KeyError("k");
    expect([except(e, KeyError), except(e, LookupError), except(e, BaseException), except(e, [ValueError, KeyError])]) //
      .toEqual([e, e, e, e]);
    expectTypeOf(except(e, KeyError)).toEqualTypeOf<KeyError>();
    expectTypeOf(except(new StopIteration(1), [StopIteration]).value).toEqualTypeOf<unknown>();
    const caught = except(e, Exception);
    if (caught instanceof ValueError) expectTypeOf(caught).toEqualTypeOf<ValueError>();
    else expectTypeOf(caught).toEqualTypeOf<Exception>();
  });

  test("rethrows the same object if it is none of these", () => {
    const cancelled = new KeyboardInterrupt();
    for (const match of [Exception, [ValueError, LookupError], []]) {
      expect(thrownBy(() => except(cancelled, match))).toBe(cancelled);
    }
  });

  test("catches no error of JavaScript, and nothing that is no exception", () => {
    for (const thrown of [new Error("bug"), new globalThis.TypeError("bug"), 5, undefined]) {
      expect(thrownBy(() => except(thrown, BaseException))).toBe(thrown);
    }
  });

  test("refuses what is no class of exceptions, whatever else matches", () => {
    const message = "catching classes that do not inherit from BaseException is not allowed";
    for (const wrong of [Error, 5, null, [KeyError, Error], [[KeyError]]]) {
      const thrown = thrownBy(() => except(new KeyError("k"), wrong as never));
      expect(linked(thrown)).toEqual([repr(new TypeError(message)), "None", "KeyError('k')", false]);
    }
  });

  test("returns what the handler returns", () => {
    expect(except(new KeyError("k"), KeyError, (e) => `handled ${repr(e)}`)).toBe("handled KeyError('k')");
    expect(except(new KeyError("k"), KeyError, () => null)).toBe(null);
  });

  test("what the handler raises has the caught exception as its context", () => {
    const e = new KeyError("k");
    const thrown = thrownBy(() =>
      except(e, KeyError, () => {
        throw new ValueError("v");
      }),
    );
    expect(linked(thrown)).toEqual(["ValueError('v')", "None", "KeyError('k')", false]);
    const same = thrownBy(() =>
      except(e, KeyError, () => {
        throw e;
      }),
    );
    expect([same, e.__context__]).toEqual([e, null]);
    const bug = new Error("bug");
    const passed = thrownBy(() =>
      except(e, KeyError, () => {
        throw bug;
      }),
    );
    expect(passed).toBe(bug);
  });

  test("notes that the exception was raised, also when it passes on", () => {
    const [caught, passed] = [new KeyError(), new KeyError()];
    except(caught, KeyError);
    thrownBy(() => except(passed, ValueError));
    expect([caught.__traceback__, passed.__traceback__]).toEqual([RAISED, RAISED]);
  });
});

describe("raise", () => {
  const old = (): KeyError => new KeyError("old");

  test("raises an exception, or one made of a class", () => {
    const e = new ValueError("v");
    const thrown = thrownBy(() => raise(e));
    expect(thrown).toBe(e);
    expect([...linked(thrown), e.__traceback__]).toEqual(["ValueError('v')", "None", "None", false, RAISED]);
    expect(linked(thrownBy(() => raise(ValueError)))).toEqual(["ValueError()", "None", "None", false]);
  });

  test("from sets the cause and hides the context", () => {
    const causes = [old(), KeyError, null];
    expect(causes.map((from) => linked(thrownBy(() => raise(ValueError, { from }))))).toEqual([
      ["ValueError()", "KeyError('old')", "None", true],
      ["ValueError()", "KeyError()", "None", true],
      ["ValueError()", "None", "None", true],
    ]);
  });

  test("the exception being handled becomes the context", () => {
    const handling = old();
    expect(linked(thrownBy(() => raise(ValueError, { handling })))).toEqual([
      ...["ValueError()", "None", "KeyError('old')", false],
    ]);
    expect(linked(thrownBy(() => raise(ValueError, { handling, from: null })))).toEqual([
      ...["ValueError()", "None", "KeyError('old')", true],
    ]);
    expect(linked(thrownBy(() => raise(handling, { handling })))).toEqual(["KeyError('old')", "None", "None", false]);
    expect(handling.__traceback__).toBe(RAISED);
  });

  test("refuses what is no exception", () => {
    const handling = old();
    const wrong: readonly (readonly [unknown, unknown, string])[] = [
      [5, undefined, "TypeError('exceptions must derive from BaseException')"],
      [Map, undefined, "TypeError('exceptions must derive from BaseException')"],
      [new Error("js"), undefined, "TypeError('exceptions must derive from BaseException')"],
      [ValueError, 5, "TypeError('exception causes must derive from BaseException')"],
    ];
    for (const [exception, from, message] of wrong) {
      const options = from === undefined ? { handling } : { handling, from: from as never };
      expect(linked(thrownBy(() => raise(exception as never, options)))).toEqual([
        ...[message, "None", "KeyError('old')", false],
      ]);
    }
  });
});

describe("set_context", () => {
  type Step = readonly [raised: number, handled: number, set?: "set"];
  const rows = recorded<[number, Step[]], (number | null)[][]>("contexts.json").map(single);

  test(`${rows.length} chains of contexts grow and are cut as in CPython`, () => {
    const found = rows.map(([[count, steps]]) => {
      const made: BaseException[] = Array.from({ length: count }, (_, index) => new IndexError(index));
      return steps.map(([raised, handled, set]) => {
        const [one, other] = [made[raised], made[handled]] as [BaseException, BaseException];
        if (set === "set") one.__context__ = other;
        else set_context(one, other);
        return made.map(({ __context__: e }) => (e === null ? null : made.indexOf(e)));
      });
    });
    expect(found).toEqual(rows.map(([, answer]) => answer));
  });
});

test("mark_raised leaves alone what is no exception", () => {
  const error = new Error("js");
  mark_raised(error);
  mark_raised(null);
  expect(Object.keys(error)).toEqual([]);
});
