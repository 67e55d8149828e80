/** RLock.locked and Condition.locked came with 3.14. */
import { builtins, except, print, threading, type Blocking } from "interloop";

function* attempt(action: () => Blocking<unknown>): Blocking<void> {
  try {
    yield* print(yield* action());
  } catch (thrown) {
    yield* print(except(thrown, builtins.AttributeError));
  }
}

export default function* program(): Blocking<void> {
  const lock = new threading.RLock();
  const [condition, plain] = [new threading.Condition(lock), new threading.Condition(new threading.Lock())];
  yield* attempt(() => lock.locked());
  yield* lock.with(function* () {
    yield* lock.with(function* () {
      yield* attempt(() => lock.locked());
      yield* attempt(() => condition.locked());
    });
    yield* attempt(() => lock.locked());
  });
  yield* attempt(() => lock.locked());
  yield* plain.with(() => attempt(() => plain.locked()));
}
