import { expect, test } from "vitest";
import { ValueError } from "../../src/builtins/exceptions.js";
import * as names from "../../src/builtins/names.js";
import { tuple } from "../../src/builtins/repr.js";

function* worker(): Generator {
  // Never driven.
}

test("type_name says what Python would call the type", () => {
  class Box {}
  const values = [1, -0, 1.5, 2 ** 53, 10n, "s", true, null, undefined, [], tuple(), {}, new Map(), new Set()];
  expect(values.map(names.type_name)).toEqual([
    ...[
      "int",
      "float",
      "float",
      "float",
      "int",
      "str",
      "bool",
      "NoneType",
      "NoneType",
      "list",
      "tuple",
      "dict",
      "dict",
    ],
    "set",
  ]);
  const others = [worker, worker(), Box, new Box(), ValueError, new ValueError(), Symbol(), Object.create(null)];
  expect(others.map(names.type_name)).toEqual([
    ...["function", "coroutine", "type", "Box", "type", "ValueError", "symbol", "dict"],
  ]);
});

test("a class without a module of its own is the program's, also below a builtin", () => {
  class Mine extends ValueError {}
  expect([Mine, ValueError, Map].map(names.module_of)).toEqual(["__main__", "builtins", undefined]);
  expect([Mine, ValueError, Map].map((cls) => names.class_path(cls))).toEqual(["__main__.Mine", "ValueError", "Map"]);
  expect([Mine, ValueError].map((cls) => names.class_path(cls, ["builtins", "__main__"]))).toEqual([
    ...["Mine", "ValueError"],
  ]);
});

test("define_classes gives a class its Python name whatever JavaScript calls it", () => {
  const renamed = class TimeoutError2 extends ValueError {};
  names.define_classes("some.where", { TimeoutError: renamed });
  expect([names.class_path(renamed), new renamed().name, names.type_name(new renamed())]).toEqual([
    ...["some.where.TimeoutError", "TimeoutError", "TimeoutError"],
  ]);
});

test("name_generators names the generators of functions and methods, and leaves the rest alone", () => {
  const methods = {
    *run(this: void): Generator {
      // Never driven.
    },
  };
  class Box {}
  expect(names.generator_name(worker())).toBe("coroutine");
  const before = worker();
  names.name_generators(worker, methods.run, () => 1, Box as unknown as () => unknown);
  expect([before, worker(), methods.run()].map(names.generator_name)).toEqual(["worker", "worker", "run"]);
  expect(names.is_generator(worker())).toBe(true);
  expect(names.is_generator([].values())).toBe(false);
  expect(Object.keys(Box.prototype)).toEqual([]);
});
