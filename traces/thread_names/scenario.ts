/** The names of threads: the counter, the target's name after it (3.10 and later), and what takes no number. */
import { functools, print, threading, type Blocking } from "interloop";

function* report(): Blocking<void> {
  yield* print(threading.current_thread().name);
}

class Subclass extends threading.Thread {
  override *run(): Blocking<void> {
    yield* report();
  }
}

function* started(thread: threading.Thread): Blocking<void> {
  yield* thread.start();
  yield* thread.join();
}

/** A function without a name, as Python's `lambda`. */
const [lambda] = [() => report()];

export default function* program(): Blocking<void> {
  yield* report();
  yield* started(new threading.Thread({ target: report }));
  yield* started(new threading.Thread({ target: report, name: "named" }));
  yield* started(new threading.Thread({ target: report, name: 42 as unknown as string }));
  yield* started(new threading.Thread({ target: report, name: "" }));
  yield* started(new threading.Thread({ target: lambda }));
  yield* started(new threading.Thread({ target: functools.partial(report) }));
  // JavaScript has no callable objects; a partial has no name either.
  yield* started(new threading.Thread({ target: functools.partial(report) }));
  yield* started(new Subclass());
  yield* print(new threading.Thread().name);
  const timer = new threading.Timer(0.01, report);
  yield* print("timer", timer.name);
  yield* started(timer);
  const thread = new threading.Thread({ target: report });
  thread.name = "renamed";
  yield* started(thread);
  yield* print(threading.main_thread().name, threading.current_thread() === threading.main_thread());
}
