"""Tasks that begin within the call that makes them: numbered by creation and taken note of as all others are, although no queue sees them."""

import asyncio
from asyncio import tasks as _tasks

from . import kernel as _kernel, loops, methods, recorder, tasks


def begins(coro=None, *, loop=None, eager_start=False, **_keywords):
    """Whether a task begins at once, by what it is made with."""
    return eager_start and loop is not None and loop.is_running() and asyncio.iscoroutine(coro)


def begin(task):
    """A task is about to begin. Returns the note of that, whose words are not known yet; None where nothing is recorded."""
    tasks.factory_set()
    loops.Ready.tasks += 1
    task._interloop = loops.Ready.tasks
    kernel = _kernel.kernel
    if kernel.recorder is None:
        return None
    fields = {}
    kernel.recorder.note("task.create", 0, fields)
    return fields


def begun(task, fields):
    """Its first step is over."""
    if fields is not None:
        fields["task"] = task.get_name()
        recorder.note_done(task)


def install():
    """Puts a class in place of `asyncio.Task` that does this."""
    if not hasattr(asyncio, "eager_task_factory"):
        return
    original = asyncio.Task

    class Task(original):
        __slots__ = ()
        __module__ = "_asyncio"

        def __init__(self, *args, **keywords):
            if not keywords.get("eager_start") or _kernel.kernel is None or not begins(*args, **keywords):
                return super().__init__(*args, **keywords)
            fields = begin(self)
            try:
                return super().__init__(*args, **keywords)
            finally:
                begun(self, fields)

    Task.__qualname__ = Task.__name__
    asyncio.Task = _tasks.Task = Task
    factory = asyncio.eager_task_factory
    asyncio.eager_task_factory = _tasks.eager_task_factory = made = _tasks.create_eager_task_factory(Task)
    methods.rename(made, factory)
