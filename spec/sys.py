"""How real CPython ends after sys.exit() with odd values: see judge.py."""

import subprocess
import sys

VALUES = ["", "None", "0", "1", "255", "256", "-1", "-256", "1000", "2 ** 40 + 5", "True", "False", "1.5"]
VALUES += ["'text'", "''", "[]", "(1, 2)", "{}", "ValueError('wrong')"]


def end(value):
    """The exit status, and what was written to standard error."""
    command = [sys.executable, "-c", "import sys; sys.exit(%s)" % value]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return [done.returncode, done.stderr.decode()]


def answers():
    return [[value, end(value)] for value in VALUES]
