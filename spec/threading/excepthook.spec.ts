/** `threading.excepthook`, beyond the judge cases `thread_excepthook` and `thread_excepthook_custom`. */
import { builtins, print, simulate, sys, threading, type Blocking } from "interloop";
import { expect, test } from "vitest";

function* runThread(target: () => Blocking<void>): Blocking<void> {
  const thread = new threading.Thread({ target, name: "Named" });
  yield* thread.start();
  yield* thread.join();
}

test("a hook of the program is told of a SystemExit too, which the original ignores", () => {
  const seen: unknown[] = [];
  const run = simulate(function* () {
    const exits = function* (): Blocking<void> {
      yield* print("thread");
      sys.exit(3);
    };
    yield* runThread(exits);
    threading.set_excepthook((args) => {
      seen.push(args.exc_type, args.exc_value.args, args.thread.name, args[3].name, args.length);
    });
    yield* runThread(exits);
  });
  expect(seen).toEqual([builtins.SystemExit, [3], "Named", "Named", 4]);
  expect([run.output, run.stderr, run.ending.kind]).toEqual(["thread\nthread\n", "", "returned"]);
});

test("the original prints as sys.excepthook does: up to 3.10 with the module of a class of the program", () => {
  class Failure extends builtins.Exception {}
  function* main(): Blocking<void> {
    yield* runThread(function* () {
      throw new Failure("failed");
    });
  }
  const errors = ["3.10", "3.11"].map((python) => simulate(main, { python }).stderr);
  expect(errors).toEqual([
    "Exception in thread Named:\nTraceback (most recent call last):\n__main__.Failure: failed\n",
    "Exception in thread Named:\nTraceback (most recent call last):\nFailure: failed\n",
  ]);
});
