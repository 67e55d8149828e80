/** Condition: waiting and notifying without the lock, and timeouts. */
import { builtins, except, print, threading, type Blocking } from "interloop";

function* attempt(label: string, action: () => Blocking<unknown>): Blocking<void> {
  try {
    yield* print(label, yield* action());
  } catch (thrown) {
    yield* print(label, "RuntimeError:", except(thrown, builtins.RuntimeError));
  }
}

export default function* program(): Blocking<void> {
  for (const condition of [new threading.Condition(), new threading.Condition(new threading.Lock())]) {
    yield* attempt("wait:", () => condition.wait());
    yield* attempt("notify:", () => condition.notify());
    yield* attempt("notify_all:", () => condition.notify_all());
    yield* condition.with(function* () {
      yield* attempt("wait(0.01):", () => condition.wait(0.01));
      yield* attempt("wait_for(false, 0.01):", () => condition.wait_for(() => false, 0.01));
      yield* attempt("wait_for(true):", () => condition.wait_for(() => "value"));
      yield* attempt("notify:", () => condition.notify());
    });
  }
}
