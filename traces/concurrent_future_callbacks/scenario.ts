/** Callbacks of a concurrent future: their order, and what happens to exceptions in them. */
import { builtins, concurrent, except, print, repr, type Blocking } from "interloop";

type Future = concurrent.futures.Future<number>;

function report(label: string): (future: Future) => Blocking<void> {
  return function* (future) {
    yield* print(label, yield* future.result());
  };
}

function fails(_future: Future): void {
  throw new builtins.ValueError("callback failed");
}

function exits(_future: Future): void {
  throw new builtins.SystemExit("callback exits");
}

function* nested(future: Future): Blocking<void> {
  yield* print("nested begins");
  yield* future.add_done_callback(report("added during the callbacks:"));
  yield* print("nested ends");
}

export default function* program(): Blocking<void> {
  const future: Future = new concurrent.futures.Future();
  yield* future.add_done_callback(report("first:"));
  yield* future.add_done_callback(fails);
  yield* future.add_done_callback(nested);
  yield* future.add_done_callback(report("last:"));
  yield* future.set_result(42);
  yield* future.add_done_callback(report("late:"));
  yield* future.add_done_callback(fails);
  const other: Future = new concurrent.futures.Future();
  yield* other.add_done_callback(exits);
  yield* other.add_done_callback(report("never printed:"));
  try {
    yield* other.set_result(43);
  } catch (thrown) {
    yield* print("set_result:", repr(except(thrown, builtins.SystemExit)), yield* other.result());
  }
}
