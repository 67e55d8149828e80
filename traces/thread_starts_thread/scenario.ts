/** Threads started by threads: names, daemons, and joins from afar. */
import { print, threading, type Blocking } from "interloop";

function* inner(): Blocking<void> {
  yield* print(threading.current_thread().name, threading.current_thread().daemon);
}

function* outer(found: threading.Thread[]): Blocking<void> {
  const thread = new threading.Thread({ target: inner });
  yield* thread.start();
  found.push(thread);
}

export default function* program(): Blocking<void> {
  const found: threading.Thread[] = [];
  const thread = new threading.Thread({ target: outer, args: [found] });
  yield* thread.start();
  yield* thread.join();
  const [first] = found as [threading.Thread];
  yield* first.join();
  const names = threading.enumerate().map((alive) => alive.name);
  yield* print(yield* first.is_alive(), threading.active_count(), names);
}
