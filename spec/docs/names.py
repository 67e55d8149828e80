"""Prints the public names of the four modules, with the public members of their classes, as one JSON object."""

import asyncio
import concurrent.futures
import concurrent.futures.thread
import inspect
import json
import queue
import threading

MODULES = {"asyncio": asyncio, "concurrent.futures": concurrent.futures, "queue": queue, "threading": threading}
#: Documented, and in no `__all__`.
MORE = {
    "asyncio": ["AbstractEventLoopPolicy", "DefaultEventLoopPolicy", "Server", "open_unix_connection", "start_unix_server"],
    "concurrent.futures": ["thread.BrokenThreadPool"],
    "queue": ["ShutDown"],
    "threading": ["__excepthook__", "get_native_id", "getprofile", "gettrace", "main_thread"],
}
#: Attributes that only objects have.
ATTRIBUTES = {
    "AbstractEventLoop": ["slow_callback_duration"],
    "IncompleteReadError": ["expected", "partial"],
    "LimitOverrunError": ["consumed"],
}
#: Classes that are functions in some versions.
CLASSES = (threading.Lock, threading.RLock)
#: Loops, which have the methods of AbstractEventLoop; and what locks are called for the sake of old programs.
ALIKE = {"BaseEventLoop", "EventLoop", "SelectorEventLoop"}
HIDDEN = {"acquire_lock", "locked_lock", "release_lock", "n_fields", "n_sequence_fields", "n_unnamed_fields", "BROKEN", "prepare_context"}


def members(name, value, public):
    """The public members of a class, but for those that a public class has from which it inherits."""
    if value in CLASSES:
        value = type(value())
    if not inspect.isclass(value) or name in ALIKE:
        return []
    hidden = set(HIDDEN)
    for base in value.__mro__[1:]:
        if base in public or not base.__module__.startswith(tuple(MODULES)):
            hidden |= set(dir(base))
    if issubclass(value, tuple):
        hidden |= {"count", "index"}
    found = {name for name in dir(value) if not name.startswith("_") and name not in hidden}
    return sorted(found.union(ATTRIBUTES.get(name, [])))


def names(title, module):
    """Each name of a module with its members, and whether the module lists it."""
    listed = list(module.__all__) + MORE[title]
    found = {name: getattr(module, name) for name in dir(module) if name in listed or belongs(module, name)}
    for name in listed:
        if "." in name:
            inner, last = name.split(".")
            found[name] = getattr(getattr(module, inner), last)
    public = [value for value in found.values() if inspect.isclass(value)]
    return {name: {"listed": name in listed, "members": members(name, value, public)} for name, value in found.items()}


def belongs(module, name):
    """Whether a name is public and defined in this module or below it."""
    return not name.startswith("_") and getattr(getattr(module, name), "__module__", "").startswith(module.__name__)


print(json.dumps({title: names(title, module) for title, module in MODULES.items()}, sort_keys=True))
