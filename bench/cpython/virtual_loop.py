"""asyncio event loops on virtual time: waiting costs nothing and moves the clock on.

The loops are CPython's own `SelectorEventLoop`. Only the selector and the clock are replaced, so what the benchmarks
measure is asyncio itself: no system call is made, and the clock stands still while code runs.
"""

import asyncio
import queue
import selectors


class VirtualSelector(selectors.SelectSelector):
    """A selector that never waits: it adds the time it was asked to wait to its clock and reports no event."""

    def __init__(self):
        super().__init__()
        self.now = 0.0

    def select(self, timeout=None):
        """Move the clock on by `timeout` seconds and return no event.

        Raises RuntimeError "nothing is left that could wake this loop" when it was asked to wait for ever.
        """
        if timeout is None:
            raise RuntimeError("nothing is left that could wake this loop")
        if timeout > 0:
            self.now += timeout
        return []


class CrossThreadSelector(VirtualSelector):
    """A virtual selector that stops its thread when it is asked to wait for ever, until another thread wakes it."""

    def __init__(self):
        super().__init__()
        self._wakeups = queue.SimpleQueue()

    def wake(self):
        """End the present or the next wait for ever."""
        self._wakeups.put(None)

    def select(self, timeout=None):
        """Wait for a wake-up if `timeout` is None, else move the clock on; return no event."""
        if timeout is None:
            self._wakeups.get()
            return []
        return super().select(timeout)


class VirtualLoop(asyncio.SelectorEventLoop):
    """CPython's selector loop with a virtual selector; its time starts at 0.0 seconds."""

    def __init__(self, selector=None):
        self._virtual_selector = VirtualSelector() if selector is None else selector
        super().__init__(self._virtual_selector)

    def time(self):
        """Return the virtual time in seconds."""
        return self._virtual_selector.now


class CrossThreadLoop(VirtualLoop):
    """A virtual loop that other threads may submit to: a queue stands for the self-pipe and its system calls."""

    def __init__(self):
        super().__init__(CrossThreadSelector())

    def _write_to_self(self):
        # asyncio calls this, and nothing else, to wake a loop from another thread; it has no public name.
        self._virtual_selector.wake()
