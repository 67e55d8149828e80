/** Event: set, clear, wait with and without a timeout, and a wait that outlives a clear. */
import { print, threading, time, type Blocking } from "interloop";

function* waiter(event: threading.Event, results: boolean[]): Blocking<void> {
  results.push(yield* event.wait());
  results.push(yield* event.is_set());
}

export default function* program(): Blocking<void> {
  const event = new threading.Event();
  yield* print(
    "is_set:",
    yield* event.is_set(),
    "wait(0.01):",
    yield* event.wait(0.01),
    "wait(0):",
    yield* event.wait(0),
  );
  const results: boolean[] = [];
  const thread = new threading.Thread({ target: waiter, args: [event, results] });
  yield* thread.start();
  yield* time.sleep(0.05);
  yield* event.set();
  yield* print("wait when set:", yield* event.wait(), yield* event.wait(5));
  yield* thread.join();
  yield* event.clear();
  yield* print("results:", results, "is_set:", yield* event.is_set());
}
