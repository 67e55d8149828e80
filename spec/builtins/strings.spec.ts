import { expect, test } from "vitest";
import { str_repr } from "../../src/builtins/strings.js";

test("the quote is single, unless only the double one spares an escape", () => {
  expect(["", "a", "it's", 'say "x"', `it's "x"`].map(str_repr)).toEqual([
    ...["''", "'a'", `"it's"`, `'say "x"'`, `'it\\'s "x"'`],
  ]);
});

test("what cannot be printed is escaped, the shorter way first", () => {
  const strings = ["\\\n\r\t\0\x7f\x85", "\xa0\xad\u0378\u2028\ufeff", "\ue000\ud800", "\u{e0001}\u{10ffff}", "é中😀"];
  expect(strings.map(str_repr)).toEqual([
    String.raw`'\\\n\r\t\x00\x7f\x85'`,
    String.raw`'\xa0\xad\u0378\u2028\ufeff'`,
    String.raw`'\ue000\ud800'`,
    String.raw`'\U000e0001\U0010ffff'`,
    "'é中😀'",
  ]);
});
