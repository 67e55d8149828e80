"""Imports what concurrent programs use, and puts it under the scheduler."""

import sys

# Real sockets are out of reach, so asyncio needs no ssl; without it a fork costs half.
sys.modules.setdefault("ssl", None)

from . import real


def everything(tracing):
    """Patches the library. Returns what runs a job."""
    import _thread

    end_of_remembering = real.remember_exits()
    if tracing:
        from . import traced

        traced.install()
    import asyncio
    import concurrent.futures
    import concurrent.futures.thread
    import queue
    import threading

    del sys.modules["ssl"]
    from . import clock, dates, descriptors, eager, entropy, escape, frames, locks, loops, methods, pools, program, queues
    from . import recorder, sets, signals, streams, threads

    recorder.learn_steps()
    replace_locks(_thread, threading, locks)
    threads.install()
    methods.install()
    queues.install()
    pools.install()
    clock.install()
    dates.install()
    sets.install()
    loops.install()
    eager.install()
    if tracing:
        recorder.install()
    streams.install()
    escape.install()
    frames.install()
    descriptors.install()
    signals.install()
    entropy.install()
    end_of_remembering()

    def run(job, send, receive):
        program.Execution(job, send, receive).run()

    return run


def replace_locks(_thread, threading, locks):
    """Gives every module that has taken a lock's maker for itself the new one."""
    from .clock import replace_everywhere

    locks.transparent.update((threading.RLock.__code__, locks.allocate_lock.__code__))
    _thread.allocate_lock = _thread.allocate = locks.allocate_lock
    _thread.RLock = locks.RLock
    threading._CRLock = locks.RLock
    replacements = {id(real.allocate_lock): locks.allocate_lock}
    if isinstance(threading.Lock, type):
        _thread.LockType = _thread.lock = locks.Lock
        replacements[id(threading.Lock)] = locks.Lock
    replace_everywhere(replacements)
    threading._active_limbo_lock = threading.RLock()
