/** Where Interloop differs from CPython on purpose. Each is told in the README and shown by a skipped spec; nothing else may be skipped. */
import type { KnownDifference } from "./architecture/words.js";

export const knownDifferences: readonly KnownDifference[] = [
  {
    file: "spec/conformance/different.spec.ts",
    title: "a coroutine that the program itself awaits again is refused: never_awaited",
    readme:
      "A coroutine that the program awaits a second time with `yield*` gives `undefined` at once, where CPython raises RuntimeError",
  },
  {
    file: "spec/conformance/different.spec.ts",
    title: "what cannot be awaited is an error of JavaScript: await_other_things",
    readme:
      "`yield*` of something that cannot be awaited is a compile error, and at run time an error of JavaScript, which ends the run, where CPython raises TypeError",
  },
  {
    file: "spec/conformance/different.spec.ts",
    title: "a coroutine that two tasks await at the same time is resumed by both: await_twice_at_once",
    readme:
      "A coroutine object that a second task awaits with `yield*` while the first one waits in it is resumed by both, where CPython raises RuntimeError in the second",
  },
  {
    file: "spec/conformance/different.spec.ts",
    title: "a coroutine function as a callback is called and driven: callback_arguments",
    readme:
      "A coroutine function given as a callback or as a thread's target is a compile error; at run time it is driven, and refused only once it awaits, where CPython makes a coroutine object and drops it",
  },
  {
    file: "spec/conformance/different.spec.ts",
    title: "a coroutine function as a callback is not refused in debug mode: callback_arguments_debug",
    readme:
      "A coroutine function given as a callback or as a thread's target is a compile error; at run time it is driven, and refused only once it awaits, where CPython makes a coroutine object and drops it",
  },
  {
    file: "spec/conformance/different.spec.ts",
    title: "a coroutine function as a thread's target is driven: thread_coroutine_target",
    readme:
      "A coroutine function given as a callback or as a thread's target is a compile error; at run time it is driven, and refused only once it awaits, where CPython makes a coroutine object and drops it",
  },
  {
    file: "spec/conformance/different.spec.ts",
    title: "what is raised inside a finally block has no context: cancel_during_cleanup",
    readme:
      "An exception that is raised while a `catch` or `finally` block runs has a `__context__` only where `raise` or `except` is told the exception being handled",
  },
];
