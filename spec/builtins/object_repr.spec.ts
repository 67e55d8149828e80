import { describe, expect, test } from "vitest";
import { newAddressSource, setAddressSource } from "../../src/builtins/address.js";
import { BaseException, KeyError, ValueError } from "../../src/builtins/exceptions.js";
import { define_classes, name_generators, repr, str, tuple } from "../../src/builtins/repr.js";
import { decode, recorded, single } from "./recorded.js";

/** Runs with addresses that start anew. */
function freshly(body: () => void): void {
  const before = setAddressSource(newAddressSource());
  try {
    body();
  } finally {
    setAddressSource(before);
  }
}

describe("repr", () => {
  const rows = recorded<unknown, [string, string]>("values.json").map(single);

  test(`prints ${rows.length} values as CPython does`, () => {
    expect(rows.length).toBeGreaterThan(400);
    const printed = rows.map(([question]) => repr(decode(question)));
    expect(printed).toEqual(rows.map(([, [full]]) => full));
  });

  test("None, and the integers that JavaScript keeps apart", () => {
    expect([undefined, null, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), -0, 1.0].map(repr)).toEqual([
      ...["None", "None", "9007199254740991", "9007199254740992.0", "-9007199254740992.0", "-0.0", "1"],
    ]);
  });

  test("plain objects are dicts", () => {
    expect(repr({ a: 1, "b c": [true, null], [Symbol("s")]: 2 })).toBe("{'a': 1, 'b c': [True, None]}");
    expect(repr(Object.create(null))).toBe("{}");
  });

  test("a container that contains itself prints dots there, and only there", () => {
    const list: unknown[] = [1];
    const dict = new Map([["list", list]]);
    list.push(list, tuple(dict, list));
    expect(repr(list)).toBe("[1, [...], ({'list': [...]}, [...])]");
    expect(repr(dict)).toBe("{'list': [1, [...], ({...}, [...])]}");
    const own: unknown[] = [];
    own.push(own, new Set([{ __repr__: () => repr(set) }]));
    const set = new Set([Object.freeze(own)]);
    expect(repr(set)).toBe("{((...), {set(...)})}");
    expect(repr([list[0], list[0]])).toBe("[1, 1]");
  });

  test("after a repr that failed, the container is not taken for one that is being printed", () => {
    const list: unknown[] = [
      {
        __repr__() {
          throw new ValueError("no");
        },
      },
    ];
    expect(() => repr(list)).toThrow("no");
    list[0] = 5;
    expect(repr(list)).toBe("[5]");
  });

  test("own classes", () => {
    class Plain {}
    class Named {
      static readonly __qualname__ = "main.<locals>.Named";
    }
    class Both {
      __repr__ = () => "Both()";
      __str__ = () => "both";
    }
    define_classes("asyncio.locks", { Lock: Plain });
    freshly(() => {
      expect([new Plain(), new Named()].map(repr)).toEqual([
        "<asyncio.locks.Lock object at 0x7f0000000040>",
        "<__main__.main.<locals>.Named object at 0x7f0000000080>",
      ]);
      expect([Plain, Named, ValueError, Map].map(repr)).toEqual([
        ...["<class 'asyncio.locks.Lock'>", "<class '__main__.main.<locals>.Named'>", "<class 'ValueError'>"],
        "<class 'Map'>",
      ]);
      expect(repr([new Both(), new (class extends Both {})()])).toBe("[Both(), Both()]");
    });
  });

  test("functions and generator objects", () => {
    function worker(): void {
      // Never called.
    }
    function* sleeper(): Generator {
      // Never driven.
    }
    const named = Object.assign(() => 1, { __qualname__: "Box.method" });
    const builtin = Object.assign(() => 1, { __repr__: () => "<built-in function print>" });
    freshly(() => {
      expect(repr([worker, worker.bind(null), () => 1, named, builtin])).toBe(
        "[<function worker at 0x7f0000000040>, <function worker at 0x7f0000000080>, <function <lambda> at 0x7f00000000c0>, " +
          "<function Box.method at 0x7f0000000100>, <built-in function print>]",
      );
      expect(repr(sleeper())).toBe("<coroutine object coroutine at 0x7f0000000140>");
      name_generators(sleeper);
      expect(repr([sleeper, sleeper()])).toBe(
        "[<function sleeper at 0x7f0000000180>, <coroutine object sleeper at 0x7f00000001c0>]",
      );
    });
  });

  test("what Python does not have cannot be taken for something of Python's", () => {
    expect(repr([new globalThis.TypeError("x"), Symbol("s")])).toBe("[<JS TypeError: x>, <JS Symbol(s)>]");
    freshly(() => {
      expect(repr(new Date(0))).toBe("<Date object at 0x7f0000000040>");
    });
  });
});

describe("str", () => {
  test("a string is itself, an object what its __str__ returns, the rest as repr", () => {
    class Both {
      __repr__ = () => "Both()";
      __str__ = () => "both";
    }
    expect(["it's", new Both(), [new Both(), "s"], null, 1.5, new KeyError("k"), new BaseException()].map(str)).toEqual(
      [...["it's", "both", "[Both(), 's']", "None", "1.5", "'k'", ""]],
    );
  });
});

describe("tuple", () => {
  test("a tuple is a frozen array, and an array frozen by hand is a tuple", () => {
    expect([tuple(), tuple(1), tuple(1, tuple("a")), Object.freeze([1])].map(repr)).toEqual([
      ...["()", "(1,)", "(1, ('a',))", "(1,)"],
    ]);
    const pair: readonly [number, string] = tuple(1, "a");
    expect(Object.isFrozen(pair)).toBe(true);
  });
});
