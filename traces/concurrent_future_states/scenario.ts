/** concurrent.futures.Future through its states, and what each state refuses. */
import { builtins, concurrent, except, print, repr, type Blocking } from "interloop";

const { CancelledError, Future, InvalidStateError, TimeoutError } = concurrent.futures;
const { RuntimeError, ValueError } = builtins;

function* attempt(label: string, action: () => Blocking<unknown>): Blocking<void> {
  try {
    yield* print(label, repr(yield* action()));
  } catch (thrown) {
    const error = except(thrown, [InvalidStateError, TimeoutError, RuntimeError, ValueError, CancelledError]);
    if (error instanceof CancelledError) yield* print(label, "CancelledError:", error.args);
    else yield* print(label, `${builtins.type_name(error)}:`, error);
  }
}

function* report(label: string, future: concurrent.futures.Future): Blocking<void> {
  yield* print(label, future, yield* future.running(), yield* future.done(), yield* future.cancelled());
}

export default function* program(): Blocking<void> {
  const future = new Future();
  yield* report("pending:", future);
  yield* attempt("result(0):", () => future.result(0));
  yield* attempt("exception(0.01):", () => future.exception(0.01));
  yield* attempt("set_running_or_notify_cancel:", () => future.set_running_or_notify_cancel());
  yield* report("running:", future);
  yield* attempt("cancel:", () => future.cancel());
  yield* attempt("set_result:", () => future.set_result("value"));
  yield* report("finished:", future);
  yield* attempt("result:", () => future.result());
  yield* attempt("exception:", () => future.exception());
  yield* attempt("set_result again:", () => future.set_result(1));
  yield* attempt("set_exception:", () => future.set_exception(new ValueError("late")));
  yield* attempt("cancel:", () => future.cancel());
  yield* attempt("set_running_or_notify_cancel:", () => future.set_running_or_notify_cancel());
  const cancelled = new Future();
  yield* attempt("cancel:", () => cancelled.cancel());
  yield* report("cancelled:", cancelled);
  yield* attempt("cancel again:", () => cancelled.cancel());
  yield* attempt("result:", () => cancelled.result());
  yield* attempt("exception:", () => cancelled.exception());
  yield* attempt("set_result:", () => cancelled.set_result(1));
  yield* attempt("set_running_or_notify_cancel:", () => cancelled.set_running_or_notify_cancel());
  yield* report("cancelled and notified:", cancelled);
  yield* attempt("cancel again:", () => cancelled.cancel());
  yield* attempt("set_running_or_notify_cancel again:", () => cancelled.set_running_or_notify_cancel());
  const failed = new Future();
  yield* attempt("set_exception:", () => failed.set_exception(new ValueError("failed")));
  yield* report("failed:", failed);
  yield* attempt("result:", () => failed.result());
  yield* attempt("exception:", () => failed.exception());
  const pending = new Future();
  yield* pending.set_exception(null);
  yield* report("set_exception(None):", pending);
  yield* attempt("result:", () => pending.result());
}
