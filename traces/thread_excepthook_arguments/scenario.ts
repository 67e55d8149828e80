/** What threading.excepthook is called with, how to call the original, and a hook that fails or exits. */
import { builtins, except, print, repr, sys, threading, type Blocking } from "interloop";

const { KeyError, SystemExit, TypeError, ValueError } = builtins;
const original = threading.excepthook;

function fails(): void {
  throw new ValueError("from the thread");
}

function* hook(args: threading.ExceptHookArgs): Blocking<void> {
  const { exc_type, exc_value, thread } = args;
  yield* print(args.length, exc_type, repr(exc_value), exc_value === args[1], thread.name);
  yield* print(threading.current_thread() === thread, yield* thread.is_alive());
  yield* original(args);
}

function failing(): void {
  throw new KeyError("from the hook");
}

function exits(): void {
  sys.exit("from the hook");
}

export default function* program(): Blocking<void> {
  let thread = threading.current_thread();
  for (const chosen of [hook, failing, exits, original]) {
    threading.set_excepthook(chosen);
    thread = new threading.Thread({ target: fails, name: "worker" });
    yield* thread.start();
    yield* thread.join();
  }
  const made = threading.ExceptHookArgs([ValueError, new ValueError("made"), null, thread]);
  yield* original(made);
  yield* print(repr(made).split("(")[0], made.thread === thread);
  yield* original(threading.ExceptHookArgs([SystemExit, new SystemExit("never shown"), null, thread]));
  try {
    threading.ExceptHookArgs([ValueError] as never);
  } catch (thrown) {
    yield* print(except(thrown, TypeError));
  }
}
