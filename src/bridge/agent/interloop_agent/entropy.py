"""Random numbers that are the same in every run: what the operating system would give, and the seeds that are taken from it."""

import _random
import os
import sys

from . import clock, methods

#: Where the random bytes of every run begin.
SEED = 0x1A7E4100

_Random = _random.Random
_source = _Random(SEED)
_real_urandom = os.urandom
#: The module `random`, where it was imported before there was a program.
_loaded = None


def begin():
    """A run begins."""
    _source.seed(SEED)
    if _loaded is not None:
        _loaded._inst.seed()


def urandom(*args, **keywords):
    """Stands in for `os.urandom`."""
    # The real one says what is wrong with its arguments.
    size = len(_real_urandom(*args, **keywords))
    return _source.getrandbits(8 * size).to_bytes(size, "little") if size else b""


def getrandom(size, flags=0):
    """Stands in for `os.getrandom`."""
    return urandom(size)


class Random(_Random):
    """Stands in for `_random.Random`: without a seed it takes one from here."""

    def __init__(self, *args):
        self.seed(*args)

    def seed(self, *args):
        if args in ((), (None,)):
            args = (_source.getrandbits(256),)
        super().seed(*args)


def install():
    """Puts all of this in place. The module `random` finds it there when it is imported."""
    global _loaded
    urandom.__doc__ = _real_urandom.__doc__
    os.urandom = urandom
    clock.replace_everywhere({id(_real_urandom): urandom})
    if hasattr(os, "getrandom"):
        getrandom.__doc__ = os.getrandom.__doc__
        os.getrandom = getrandom
    Random.__module__, Random.__doc__ = "_random", _Random.__doc__
    _random.Random = Random
    _loaded = sys.modules.get("random")
    if _loaded is None:
        return

    @methods.replace(_loaded.Random, "seed")
    def seed(original, self, a=None, version=2):
        original(self, _source.getrandbits(256) if a is None else a, version)
