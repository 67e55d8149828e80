/** Texts that stand for bytes, as Python's `surrogateescape` writes them. */
import { hasEscapes, toBytes } from "interloop/bridge";
import { expect, test } from "vitest";

test.each([
  ["", ""],
  ["plain é 😀\n", "706c61696e20c3a920f09f98800a"],
  ["a\udcff\udc80\n\udcc3é", "61ff800ac3c3a9"],
  // The second half of a pair is in the range of the escapes when it stands alone, and is none here.
  ["\ud83d\udcff", "f09f93bf"],
])("%j", (text, hex) => {
  expect(Buffer.from(toBytes(text)).toString("hex")).toBe(hex);
});

test("only a lone surrogate stands for a byte", () => {
  expect(["a", "\ud83d\udcff", "a\udc80"].map(hasEscapes)).toEqual([false, false, true]);
});
