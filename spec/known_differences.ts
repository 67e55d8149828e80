/** Where Interloop differs from CPython on purpose. Each is told in the README and shown by a skipped spec; nothing else may be skipped. */
import type { KnownDifference } from "./architecture/words.js";

export const knownDifferences: readonly KnownDifference[] = [
  {
    file: "spec/conformance/different.spec.ts",
    title: "a coroutine that the program itself awaits again is refused: never_awaited",
    readme:
      "A coroutine that the program awaits a second time with `yield*` gives `undefined` at once, where CPython raises RuntimeError",
  },
];
