"""Runs a Python program on a virtual clock, one thread at a time, every choice of threads made by whoever asked for the run.

Nothing here is meant to be imported by programs. `__main__.py` beside this package starts the server: see `server`.
"""
