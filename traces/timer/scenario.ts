/** Timer: it calls its function after a while, in a thread of its own, unless it is cancelled before. */
import { builtins, except, print, threading, tuple, type Blocking } from "interloop";

/** What Python gets as `*args` and `**kwargs`: a plain object at the end is the latter. */
function* called(...given: unknown[]): Blocking<void> {
  const last = given.at(-1);
  const keywords = typeof last === "object" ? last : {};
  const args = tuple(...given.filter((one) => one !== keywords));
  yield* print("called", args, keywords, threading.current_thread().name);
}

export default function* program(): Blocking<void> {
  let timer: threading.Timer<unknown[]> = new threading.Timer(0.05, called, [1, 2], { key: 3 });
  const [alive, finished] = [yield* timer.is_alive(), yield* timer.finished.is_set()];
  yield* print(timer.name, alive, finished, timer.interval, timer.args, timer.kwargs);
  yield* timer.start();
  yield* timer.join();
  yield* print(yield* timer.is_alive(), yield* timer.finished.is_set());
  timer = new threading.Timer(30, called);
  yield* print(timer.args, timer.kwargs, timer.daemon);
  yield* timer.start();
  yield* timer.cancel();
  yield* timer.join();
  yield* print("cancelled", yield* timer.is_alive(), yield* timer.finished.is_set());
  timer = new threading.Timer(0, called, ["now"]);
  yield* timer.start();
  yield* timer.join();
  yield* timer.cancel();
  timer = new threading.Timer(0.01, called);
  yield* timer.cancel();
  yield* timer.start();
  yield* timer.join();
  yield* print("never called");
  const last: threading.Timer<[], Blocking<void>> = new threading.Timer(0.01, () => last.cancel());
  yield* last.start();
  yield* last.join();
  try {
    yield* last.start();
  } catch (thrown) {
    yield* print(except(thrown, builtins.RuntimeError));
  }
}
