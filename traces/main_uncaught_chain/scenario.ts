/** Uncaught exceptions in main: chained by raise from, by context, and with the context suppressed. */
import { builtins, except, raise, threading, type Blocking } from "interloop";

const { KeyError, RuntimeError, TypeError, ValueError } = builtins;

function cause(): void {
  try {
    raise(new KeyError("the cause"));
  } catch (thrown) {
    except(thrown, KeyError, (error) => raise(new ValueError("the effect"), { from: error }));
  }
}

function context(): void {
  try {
    cause();
  } catch (thrown) {
    except(thrown, ValueError, () => raise(new TypeError("while handling")));
  }
}

function suppressed(): void {
  try {
    context();
  } catch (thrown) {
    except(thrown, TypeError, () => raise(new RuntimeError("only this one"), { from: null }));
  }
}

export default function* main(): Blocking<void> {
  for (const target of [cause, context, suppressed]) {
    const thread = new threading.Thread({ target, name: target.name });
    yield* thread.start();
    yield* thread.join();
  }
  context();
}
