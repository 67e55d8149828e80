/** The names that threading had before PEP 8: they warn from 3.10 on; Thread.isAlive is gone since 3.9. */
import { builtins, except, print, threading, type Blocking } from "interloop";

export default function* program(): Blocking<void> {
  const thread = new threading.Thread({ name: "worker" });
  yield* print(thread.getName());
  thread.setName("renamed");
  yield* print(thread.isDaemon());
  thread.setDaemon(true);
  yield* print(thread);
  try {
    yield* print(yield* thread.isAlive());
  } catch (thrown) {
    yield* print(except(thrown, builtins.AttributeError));
  }
  yield* print(threading.currentThread().name, threading.activeCount());
  const [condition, event] = [new threading.Condition(), new threading.Event()];
  yield* condition.with(() => condition.notifyAll());
  yield* print(yield* event.isSet(), threading.ThreadError);
}
