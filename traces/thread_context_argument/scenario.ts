/** Thread takes a context from 3.14 on. */
import { builtins, contextvars, except, print, threading, type Blocking } from "interloop";

export default function* program(): Blocking<void> {
  try {
    const thread = new threading.Thread({ target: print, name: "worker", context: contextvars.copy_context() });
    yield* print(thread);
  } catch (thrown) {
    yield* print(except(thrown, builtins.TypeError));
  }
}
