/** The handlers of signals, and signals that a program sends to itself. */
import { builtins, except, print, repr, signal, threading, type Blocking } from "interloop";

const { KeyboardInterrupt, OSError, TypeError, ValueError } = builtins;

const handler: signal.SignalHandler = (number) => print("handled", number);

function* refuse(action: () => unknown): Blocking<void> {
  try {
    const result = action();
    if (result !== undefined) yield* result as Blocking<void>;
  } catch (thrown) {
    yield* print(repr(except(thrown, [OSError, TypeError, ValueError, KeyboardInterrupt])));
  }
}

function* elsewhere(): Blocking<void> {
  yield* refuse(() => signal.signal(signal.SIGUSR1, handler));
  yield* print(signal.getsignal(signal.SIGUSR1) === handler);
}

export default function* program(): Blocking<void> {
  yield* print(repr(signal.SIG_DFL), signal.getsignal(signal.SIGINT), signal.SIGTERM);
  yield* print(repr(signal.signal(signal.SIGUSR1, handler)), signal.getsignal(signal.SIGUSR1) === handler);
  yield* signal.raise_signal(signal.SIGUSR1);
  yield* print("handled before the call returns");
  yield* print(signal.signal(signal.SIGUSR1, signal.SIG_DFL) === handler);
  yield* refuse(() => signal.raise_signal(signal.SIGINT));
  // @ts-expect-error: not a handler
  yield* refuse(() => signal.signal(signal.SIGINT, 3));
  yield* refuse(() => signal.signal(99, handler));
  yield* refuse(() => signal.getsignal(0));
  const thread = new threading.Thread({ target: elsewhere });
  yield* thread.start();
  yield* thread.join();
}
