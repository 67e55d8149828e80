"""The default names of tasks where several executions share a process: each must count from 1."""

from . import recorder

#: How many numbers of default names earlier executions have used up, which nothing can give back.
used = 0
#: The execution that is going on.
execution = None


def begin():
    """Finds out how many numbers of default task names are used up."""
    global used
    used = int(recorder.task_number())


def rename(task):
    """Gives a task the default name that it would have in a process of its own."""
    name = task.get_name()
    if name.startswith("Task-") and name[5:].isdigit() and int(name[5:]) > used:
        task.set_name("Task-%d" % (int(name[5:]) - used))


def factory_set():
    """A factory may make tasks that begin at once and can be asked for their names before anybody can give them the right one."""
    if execution is None:
        return
    execution.reusable = False
    if used:
        execution.kernel.finish({"kind": "again"})
        execution.finish()
