/** Where Interloop differs from CPython on purpose. Each is told in the README and shown by a skipped spec; nothing else may be skipped. */
import type { KnownDifference } from "./architecture/words.js";

export const knownDifferences: readonly KnownDifference[] = [];
