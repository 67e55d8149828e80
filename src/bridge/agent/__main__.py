"""The agent's executable: `python __main__.py [--trace]`, started by `src/bridge/agent.ts` of the package."""

import sys


def main():
    """Imports and patches what programs use, then serves."""
    tracing = "--trace" in sys.argv[1:]
    from interloop_agent import install, server

    run = install.everything(tracing)
    server.serve(run)


main()
