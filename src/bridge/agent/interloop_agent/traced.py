"""asyncio's Future and Task as subclasses that take note of what is done to them.

They are put in place while asyncio is imported, so that all of asyncio is made of them, and only in an agent that records. What they do is done
by the classes in C; a note is made where those are called, or by the loop's ready queue when they call back.
"""

import importlib.util
import sys

from . import kernel as _kernel


def _note_done(future):
    from . import recorder

    if _kernel.kernel is not None:
        recorder.note_done(future)


def make_classes(module):
    """Puts the subclasses into the module `_asyncio`, just after it has been made and before anybody has looked at it."""

    original = module.Future

    class Class(type):
        """A task is a future, although the class of the one is none of the other here."""

        def __instancecheck__(cls, instance):
            return type.__instancecheck__(original if cls is Future else cls, instance)

        def __subclasscheck__(cls, subclass):
            return type.__subclasscheck__(original if cls is Future else cls, subclass)

    class Future(module.Future, metaclass=Class):
        """`_asyncio.Future`, seen."""

        __slots__ = ()
        __module__ = "_asyncio"

        def set_result(self, *args, **keywords):
            result = super().set_result(*args, **keywords)
            _note_done(self)
            return result

        def set_exception(self, *args, **keywords):
            result = super().set_exception(*args, **keywords)
            _note_done(self)
            return result

        def cancel(self, *args, **keywords):
            result = super().cancel(*args, **keywords)
            _note_done(self)
            return result

    class Task(module.Task):
        """`_asyncio.Task`, seen."""

        __slots__ = ()
        __module__ = "_asyncio"

        def cancel(self, *args, **keywords):
            kernel = _kernel.kernel
            # In 3.8 an argument is refused.
            takes = not (args or keywords) or sys.version_info >= (3, 9)
            if kernel is not None and takes and not self.done():
                kernel.recorder.note("task.cancel", 0, {"task": self.get_name()})
            return super().cancel(*args, **keywords)

    for cls in (Future, Task):
        cls.__qualname__ = cls.__name__
        setattr(module, cls.__name__, cls)


class _Finder:
    """Finds `_asyncio` as everybody does, and adds the subclasses to what is loaded."""

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name != "_asyncio":
            return None
        sys.meta_path.remove(cls)
        spec = importlib.util.find_spec(name)
        spec.loader = _Loader(spec.loader)
        return spec


class _Loader:
    def __init__(self, loader):
        self.loader = loader

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        self.loader.exec_module(module)
        make_classes(module)


def install():
    """Must come before the first import of asyncio."""
    sys.meta_path.insert(0, _Finder)
