"""How a run ended, as plain data: the shapes of the simulator's endings."""

from . import kernel as _kernel

#: How many links of one chain of waiting are followed.
CHAIN_MAX = 64


def deadlock(kernel):
    """Nobody can go on and no time will free anybody: who waits for whom, or a plain return when only daemons are left."""
    blocked = [thread for thread in kernel.threads if thread.state == _kernel.BLOCKED]
    if not any(not thread.daemon for thread in blocked):
        return {"kind": "returned"}

    def name(node):
        return node.name if isinstance(node, _kernel.Thread) else kernel.label(node)

    waits, cycle = [], []
    for thread in blocked:
        path, loop = follow(kernel, thread)
        chain = [name(node) for node in path]
        waits.append({"thread": thread.name, "operation": thread.pending.name, "chain": chain})
        if not cycle:
            cycle = [name(node) for node in turned(loop)]
    return {"kind": "deadlock", "waits": waits, "cycle": cycle}


def following(node):
    """What a thread waits at, or who holds an object; None for nobody in particular."""
    if not isinstance(node, _kernel.Thread):
        return node.owner
    return None if node.pending is None else node.pending.gate


def follow(kernel, thread):
    """One thread's chain of waiting, and the part of it that is a cycle."""
    # Each thread that waits for a future has a gate of its own there; that it is one future, the labels say.
    path, keys = [], []
    node = following(thread)
    while node is not None and len(path) < CHAIN_MAX:
        key = node if isinstance(node, _kernel.Thread) else kernel.label(node)
        if key in keys:
            return path, path[keys.index(key) :]
        path.append(node)
        keys.append(key)
        if node is thread:
            return path, path
        node = following(node)
    return path, []


def turned(loop):
    """A cycle from its first thread round to itself."""
    threads = sorted((node for node in loop if isinstance(node, _kernel.Thread)), key=lambda thread: thread.id)
    if not threads:
        return []
    at = loop.index(threads[0])
    return loop[at:] + loop[:at] + [threads[0]]
