"""The agent's executable: `python __main__.py [--trace]`, started by `src/bridge/agent.ts` of the package."""

import os
import sys

#: Linux: the flag of a process whose addresses are not random.
ADDR_NO_RANDOMIZE = 0x0040000


def fix_addresses():
    """
    Begins anew where addresses are random, so that the order of a program's own sets is the same in every agent.
    Where that cannot be had, they stay random.
    """
    try:
        with open("/proc/self/personality") as file:
            now = int(file.read(), 16)
        if now & ADDR_NO_RANDOMIZE or not sys.executable:
            return
        import ctypes

        if ctypes.CDLL(None).personality(now | ADDR_NO_RANDOMIZE) != -1:
            os.execv(sys.executable, [sys.executable, "-X", "utf8", "-B", *sys.argv])
    except (OSError, ImportError, ValueError, AttributeError):
        pass


def main():
    """Imports and patches what programs use, then serves."""
    fix_addresses()
    tracing = "--trace" in sys.argv[1:]
    from interloop_agent import install, server

    run = install.everything(tracing)
    server.serve(run)


main()
