import { expect, test } from "vitest";
import { float_repr, number_repr } from "../../src/builtins/numbers.js";

test("a float always has a point or an exponent", () => {
  const values = [0, -0, 1, -2, 1e15, 9999999999999998, 1e16, 1e17, 123456789012345680, 1e-4, 1e-5, NaN, -Infinity];
  expect(values.map(float_repr)).toEqual([
    ...["0.0", "-0.0", "1.0", "-2.0", "1000000000000000.0", "9999999999999998.0", "1e+16", "1e+17"],
    ...["1.2345678901234568e+17", "0.0001", "1e-05", "nan", "-inf"],
  ]);
});

test("a number is an int where JavaScript keeps integers apart, and a float elsewhere", () => {
  const values = [0, -0, 1, 1.5, 2 ** 53 - 1, 2 ** 53, 1e16, 1e300];
  expect(values.map(number_repr)).toEqual([
    ...["0", "-0.0", "1", "1.5", "9007199254740991", "9007199254740992.0", "1e+16", "1e+300"],
  ]);
});
