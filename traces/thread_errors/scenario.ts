/** What a Thread says when it is started twice, joined too early, or joined by itself. */
import { builtins, except, print, threading, type Blocking } from "interloop";

const { RuntimeError, ValueError, AssertionError, TypeError, AttributeError } = builtins;
const ERRORS = [RuntimeError, ValueError, AssertionError, TypeError, AttributeError] as const;

function* attempt(label: string, action: () => Blocking<unknown>): Blocking<void> {
  try {
    yield* print(label, yield* action());
  } catch (thrown) {
    const error = except(thrown, ERRORS);
    yield* print(label, `${error.name}:`, error);
  }
}

function* joins_itself(): Blocking<void> {
  yield* attempt("join itself:", () => threading.current_thread().join());
}

function* set_daemon(thread: threading.Thread): Blocking<void> {
  thread.daemon = true;
}

export default function* program(): Blocking<void> {
  const thread = new threading.Thread({ target: joins_itself });
  yield* attempt("join before start:", () => thread.join());
  yield* attempt("is_alive:", () => thread.is_alive());
  yield* attempt("start:", () => thread.start());
  yield* attempt("join:", () => thread.join());
  yield* attempt("start twice:", () => thread.start());
  yield* attempt("join again:", () => thread.join());
  yield* attempt("join with a negative timeout:", () => thread.join(-1));
  yield* attempt("daemon:", function* () {
    return thread.daemon;
  });
  yield* attempt("set daemon after start:", () => set_daemon(thread));
  yield* attempt("group:", function* () {
    return new threading.Thread({ group: 1 as never });
  });
  yield* attempt("join the main thread:", () => threading.main_thread().join());
  yield* attempt("start the main thread:", () => threading.main_thread().start());
}
