/** stack_size and the switch interval: what is set is what is asked for later. */
import { builtins, except, print, sys, threading, type Blocking } from "interloop";

function* attempt(action: () => unknown): Blocking<void> {
  try {
    yield* print(action());
  } catch (thrown) {
    const error = except(thrown, [builtins.ValueError, builtins.TypeError]);
    yield* print(builtins.type_name(error), error);
  }
}

export default function* program(): Blocking<void> {
  yield* attempt(() => threading.stack_size());
  yield* attempt(() => threading.stack_size(65536));
  yield* attempt(() => threading.stack_size());
  yield* attempt(() => threading.stack_size(1));
  yield* attempt(() => threading.stack_size(-1));
  yield* attempt(() => {
    sys.setswitchinterval(0.001);
  });
  yield* attempt(() => sys.getswitchinterval());
  yield* attempt(() => {
    sys.setswitchinterval(0);
  });
  yield* attempt(() => {
    sys.setswitchinterval(-1);
  });
  yield* attempt(() => {
    sys.setswitchinterval("a" as never);
  });
  yield* attempt(() => sys.getswitchinterval());
  yield* print(threading.TIMEOUT_MAX > 0, threading.get_ident() === threading.main_thread().ident);
  yield* print(threading.current_thread() === threading.main_thread(), threading.main_thread().name);
  yield* attempt(() => new threading.Thread({ group: null }).name);
}
