"""concurrent.futures.Future through its states, and what each state refuses."""

import concurrent.futures


def attempt(label, action, *args):
    try:
        print(label, repr(action(*args)))
    except (concurrent.futures.InvalidStateError, concurrent.futures.TimeoutError, RuntimeError, ValueError) as error:
        print(label, type(error).__name__ + ":", error)
    except concurrent.futures.CancelledError as error:
        print(label, "CancelledError:", error.args)


def report(label, future):
    print(label, future, future.running(), future.done(), future.cancelled())


if __name__ == "__main__":
    future = concurrent.futures.Future()
    report("pending:", future)
    attempt("result(0):", future.result, 0)
    attempt("exception(0.01):", future.exception, 0.01)
    attempt("set_running_or_notify_cancel:", future.set_running_or_notify_cancel)
    report("running:", future)
    attempt("cancel:", future.cancel)
    attempt("set_result:", future.set_result, "value")
    report("finished:", future)
    attempt("result:", future.result)
    attempt("exception:", future.exception)
    attempt("set_result again:", future.set_result, 1)
    attempt("set_exception:", future.set_exception, ValueError("late"))
    attempt("cancel:", future.cancel)
    attempt("set_running_or_notify_cancel:", future.set_running_or_notify_cancel)
    cancelled = concurrent.futures.Future()
    attempt("cancel:", cancelled.cancel)
    report("cancelled:", cancelled)
    attempt("cancel again:", cancelled.cancel)
    attempt("result:", cancelled.result)
    attempt("exception:", cancelled.exception)
    attempt("set_result:", cancelled.set_result, 1)
    attempt("set_running_or_notify_cancel:", cancelled.set_running_or_notify_cancel)
    report("cancelled and notified:", cancelled)
    attempt("cancel again:", cancelled.cancel)
    attempt("set_running_or_notify_cancel again:", cancelled.set_running_or_notify_cancel)
    failed = concurrent.futures.Future()
    attempt("set_exception:", failed.set_exception, ValueError("failed"))
    report("failed:", failed)
    attempt("result:", failed.result)
    attempt("exception:", failed.exception)
    pending = concurrent.futures.Future()
    pending.set_exception(None)
    report("set_exception(None):", pending)
    attempt("result:", pending.result)
