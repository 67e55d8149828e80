import { expect, test } from "vitest";
import * as builtins from "../src/builtins.js";

test("all of Python's names that the floor has are in one module", () => {
  const functions = [
    "eq",
    "except",
    "float_repr",
    "format_exception",
    "id",
    "lt",
    "print",
    "raise",
    "repr",
    "short_repr",
  ];
  const classes = ["BaseException", "BaseExceptionGroup", "ExceptionGroup", "OSError", "TypeError", "UserWarning"];
  const found = Object.keys(builtins);
  for (const name of [...functions, ...classes, "sorted", "str", "tuple", "type_name"]) expect(found).toContain(name);
});

test("every class of exceptions has its own name, and belongs to builtins", () => {
  const classes = Object.entries(builtins).filter(([, value]) => builtins.is_exception_class(value));
  expect(classes.length).toBe(62);
  for (const [name, cls] of classes) expect([name, builtins.repr(cls)]).toEqual([name, `<class '${name}'>`]);
});
