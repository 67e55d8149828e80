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
  {
    file: "spec/known_differences.spec.ts",
    title: "a traceback has a line for each frame",
    readme: "A traceback has its header and its last line, and no lines for the frames between",
  },
  {
    file: "spec/known_differences.spec.ts",
    title: "the reprs of coroutines, tasks and handles name the function, its file and its line",
    readme: "The repr of a coroutine, and of a task, does not name its function, and no repr says a file and a line",
  },
  {
    file: "spec/known_differences.spec.ts",
    title: "a nested function prints with the names around it",
    readme:
      "A function or class is named by its own name, where CPython puts the names around it before it: `inner` instead of `main.<locals>.inner`",
  },
  {
    file: "spec/known_differences.spec.ts",
    title: "a float without a fraction prints with its point",
    readme: "A number without a fraction prints as an int: `1` where Python's float prints `1.0`",
  },
  {
    file: "spec/known_differences.spec.ts",
    title: "a warning says where it comes from",
    readme: "A warning is said to come from `<scenario>:1`",
  },
  {
    file: "spec/known_differences.spec.ts",
    title: "a coroutine that is dropped without being awaited is warned of",
    readme:
      "A coroutine that is dropped without being awaited is not warned of while the program runs; the lint finds it before",
  },
  {
    file: "spec/known_differences.spec.ts",
    title: "what is never retrieved is told as soon as nothing refers to it any more",
    readme:
      "JavaScript does not count references, so what CPython says when an object is freed (an exception that was never retrieved, a pending task that was destroyed) is said at the end of the run",
  },
  {
    file: "spec/known_differences.spec.ts",
    title: "in 3.14, cancelling a handle of call_soon_threadsafe waits for its callback to end",
    readme:
      "In 3.14, `cancel()` of a handle of `call_soon_threadsafe` does not wait for its callback, which another thread is just running",
  },
  {
    file: "spec/known_differences.spec.ts",
    title: "another thread can come between two lines of plain code",
    readme:
      "Plain code between two scheduling points is atomic, where CPython can hand the GIL to another thread at a call or at the end of a loop's body",
  },
];
