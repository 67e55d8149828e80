"""time.sleep and time.monotonic: sleep is never too short, and refuses negative and non-numeric delays."""

import time


def attempt(label, action, *args):
    try:
        print(label, action(*args))
    except (TypeError, ValueError) as error:
        print(label, type(error).__name__ + ":", error)


if __name__ == "__main__":
    before = time.monotonic()
    attempt("sleep(0.02):", time.sleep, 0.02)
    print("long enough:", time.monotonic() - before >= 0.02, isinstance(before, float))
    attempt("sleep(0):", time.sleep, 0)
    attempt("sleep(-1):", time.sleep, -1)
    attempt("sleep('1'):", time.sleep, "1")
    attempt("sleep(None):", time.sleep, None)
    attempt("sleep(nan):", time.sleep, float("nan"))
