/** Barrier: a barrier for one, what breaks one, and what mends it. */
import { builtins, except, print, repr, threading, type Blocking } from "interloop";

class Gate extends threading.Barrier {}

function* attempt(label: string, action: () => unknown): Blocking<void> {
  try {
    const result = action();
    yield* print(label, typeof result === "number" ? result : yield* result as Blocking<unknown>);
  } catch (thrown) {
    yield* print(label, repr(except(thrown, builtins.Exception)));
  }
}

function* show(barrier: threading.Barrier): Blocking<void> {
  yield* print(barrier, barrier.parties, barrier.n_waiting, barrier.broken);
}

export default function* program(): Blocking<void> {
  const alone = new threading.Barrier(1, () => print("action"));
  yield* show(alone);
  yield* attempt("wait:", () => alone.wait());
  yield* attempt("wait(0):", () => alone.wait(0));
  yield* attempt("wait('a'):", () => alone.wait("a" as never));
  const two = new Gate(2, null, 0.01);
  yield* show(two);
  yield* attempt("wait(0):", () => two.wait(0));
  yield* show(two);
  yield* attempt("wait:", () => two.wait());
  yield* attempt("reset:", () => two.reset());
  yield* show(two);
  yield* attempt("wait:", () => two.wait());
  yield* two.reset();
  yield* attempt("wait(timeout='a'):", () => two.wait("a" as never));
  yield* show(two);
  yield* attempt("abort:", () => two.abort());
  yield* show(two);
  yield* attempt("wait:", () => two.wait());
  const failing = new threading.Barrier(1, () => {
    throw new builtins.ZeroDivisionError("division by zero");
  });
  yield* attempt("wait with failing action:", () => failing.wait());
  yield* show(failing);
  yield* attempt("wait:", () => failing.wait());
  yield* attempt("Barrier(0):", () => new threading.Barrier(0).parties);
  yield* attempt("Barrier(-1):", () => new threading.Barrier(-1).parties);
}
