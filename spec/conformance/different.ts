/** Judge cases in which Interloop cannot agree with CPython. Each has a skipped spec in `different.spec.ts`, which shows how. */
export const different: readonly string[] = ["never_awaited"];
