/** A condition's RLock that is held three times: wait gives all of it away and takes it back as often; a foreign wait is refused. */
import { builtins, except, print, repr, threading, type Blocking } from "interloop";

function* notifier(condition: threading.Condition, log: unknown[]): Blocking<void> {
  yield* condition.with(function* () {
    log.push("notifier has it");
    yield* condition.notify();
  });
}

const countOf = (lock: threading.RLock) => /count=(\d)/.exec(repr(lock))?.[1];

export default function* program(): Blocking<void> {
  const [lock, log] = [new threading.RLock(), [] as unknown[]];
  const condition = new threading.Condition(lock);
  yield* condition.with(function* () {
    yield* lock.with(function* () {
      yield* lock.acquire();
      const thread = new threading.Thread({ target: notifier, args: [condition, log] });
      yield* thread.start();
      log.push(yield* condition.wait(5));
      yield* thread.join();
      yield* print(log, repr(lock).split(" ")[0], countOf(lock));
      yield* lock.release();
    });
    yield* print(countOf(lock));
  });
  yield* print(countOf(lock));
  const two = new threading.Condition(lock);
  yield* two.with(function* () {
    yield* condition.notify_all();
    yield* print(yield* condition.wait(0.01), yield* two.wait_for(() => true));
  });
  try {
    yield* condition.wait();
  } catch (thrown) {
    yield* print(except(thrown, builtins.RuntimeError));
  }
}
