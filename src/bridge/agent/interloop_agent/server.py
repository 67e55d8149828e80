"""The fork server: a warm interpreter that becomes one execution after the other, each in a process of its own.

The first process imports and patches everything once, then keeps one forked child waiting for the next job. A child that has read its job says so
through a pipe, and the next child is forked while it runs. The protocol is described in `src/bridge/protocol.md`.
"""

import faulthandler
import fcntl
import gc
import json
import mmap
import os
import platform
import select
import signal
import socket
import sys

from . import real

PROTOCOL = 1
JOBS, RESULTS, LIFE = 3, 4, 5
#: Frames are small, so that those of several processes never tear.
FRAME = 4096

#: The exit status of a child that found no more jobs.
NO_MORE_JOBS = 71
#: How long a fresh process leaves a job to those that have been used, in seconds.
PATIENCE = 0.005

_poll = select.poll
_fork = os.fork
_waitpid = os.waitpid


def send(job, message):
    """Sends one message in frames."""
    data = json.dumps(message, separators=(",", ":")).encode("ascii")
    room = FRAME - 40
    for at in range(0, len(data), room):
        part = data[at : at + room]
        more = "+" if at + room < len(data) else "."
        frame = b"%d %s %d\n" % (job, more.encode(), len(part)) + part
        while frame:
            frame = frame[os.write(RESULTS, frame) :]


def receive():
    """Reads one line of JSON; None at the end. It reads single bytes, since what follows belongs to the next child."""
    line = bytearray()
    while not line.endswith(b"\n"):
        data = _peek_line()
        if not data:
            return None
        line += data
    return json.loads(line.decode("utf-8"))


def _peek_line():
    """Takes what has arrived of a line, and nothing beyond it."""
    data = _jobs.recv(65536, socket.MSG_PEEK)
    if not data:
        return b""
    end = data.find(b"\n")
    return _jobs.recv(len(data) if end < 0 else end + 1)


#: The end of the job pipe; a socket, so that a process can look at a line before it takes it.
_jobs = None
#: A pipe with one byte in it: whoever has taken the byte may read a job.
_turn, _give = -1, -1
#: In memory that all processes share: how many used ones wait for a job, and who has the byte.
_shared = memoryview(mmap.mmap(-1, 8)).cast("i")
WAITING, HOLDER = 0, 1


def die_with_parent():
    """When the other end of the life pipe is closed, the kernel sends SIGIO to the group, which nobody survives."""
    fcntl.fcntl(LIFE, fcntl.F_SETOWN, -os.getpgrp())
    fcntl.fcntl(LIFE, fcntl.F_SETFL, fcntl.fcntl(LIFE, fcntl.F_GETFL) | os.O_ASYNC | os.O_NONBLOCK)


def serve(run):
    """Waits for jobs for ever; `run(job, send, receive)` is called in a child and does not return."""
    global _jobs, _turn, _give
    _turn, _give = os.pipe()
    os.write(_give, b".")
    _jobs = socket.fromfd(JOBS, socket.AF_UNIX, socket.SOCK_STREAM)
    die_with_parent()
    faulthandler.register(signal.SIGUSR1, file=2, all_threads=True)
    taken, take = os.pipe()
    wake, woken = os.pipe()
    for descriptor in (woken, wake):
        os.set_blocking(descriptor, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(woken)
    version = platform.python_version()
    send(0, {"type": "hello", "protocol": PROTOCOL, "version": version, "implementation": sys.implementation.name, "pid": os.getpid()})
    gc.collect()
    gc.freeze()
    gc.disable()
    standby = fork_child(run, take)
    poll = _poll()
    poll.register(taken, select.POLLIN)
    poll.register(wake, select.POLLIN)
    while True:
        for descriptor, _ in poll.poll():
            os.read(descriptor, 1 if descriptor == taken else 512)
            if descriptor == taken:
                standby = fork_child(run, take)
        while True:
            pid, status = reap()
            if pid == 0:
                break
            if pid == _shared[HOLDER]:
                end_turn()
            if pid == standby:
                if status == NO_MORE_JOBS:
                    # Whoever gave them has gone.
                    os._exit(0)
                # It took a job and was faster than its word of it, or it died before it could give it.
                if select_ready(taken):
                    os.read(taken, 1)
                standby = fork_child(run, take)
            send(0, {"type": "exit", "pid": pid, "status": status})


def select_ready(descriptor):
    """Whether something can be read."""
    poll = _poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))


def reap():
    """One child that has ended, and how: its exit code, or minus the signal that killed it."""
    try:
        pid, status = _waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return 0, 0
    return pid, (-os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status))


def fork_child(run, take):
    """Forks the next child, which waits for a job, and for more where the first leaves it as it was."""
    pid = _fork()
    if pid:
        return pid
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    from . import reuse, tasks

    job = take_job()
    if not job.get("ask"):
        os.write(take, b".")
    baseline = reuse.Baseline() if reuse.allowed(job) else None
    for _ in range(reuse.MOST):
        # It comes back only where the process may go on.
        execute(run, job, take)
        if not baseline.restore():
            waits(-1)
            break
        job = take_job(used=True)
        tasks.begin()
    os._exit(0)


def take_job(used=False):
    """
    Takes the next job; ends the process when there are no more. A used process takes only jobs that may share one, and ends where another
    comes; a fresh one leaves those to the used ones that wait.
    """
    poll = _poll()
    poll.register(_jobs, select.POLLIN)
    while True:
        poll.poll()
        if not used and _shared[WAITING]:
            real.sleep(PATIENCE)
        take_turn()
        line = peek()
        shared = line is not None and b'"reuse":true' in line
        if used and line is not None:
            _shared[WAITING] -= 1
            if shared:
                break
            end_turn()
            os._exit(0)
        if line is not None:
            break
        end_turn()
    job = receive()
    # Whoever asks reads the answers where jobs come from.
    if job is None or not job.get("ask"):
        end_turn()
    if job is None:
        os._exit(NO_MORE_JOBS)
    return job


def peek():
    """The beginning of the next job's line; empty at the end of all, None where there is nothing yet."""
    try:
        return _jobs.recv(64, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except BlockingIOError:
        return None


def take_turn():
    """Waits until nobody else reads jobs."""
    os.read(_turn, 1)
    _shared[HOLDER] = os.getpid()


def end_turn():
    """Others may read jobs."""
    _shared[HOLDER] = 0
    os.write(_give, b".")


def waits(more):
    """Counts the used processes that wait for a job, or soon will."""
    take_turn()
    _shared[WAITING] += more
    end_turn()


def execute(run, job, take):
    """Does one job."""
    number = job["job"]
    send(number, {"type": "started", "job": number, "pid": os.getpid()})

    def reply(message):
        if message.pop("goes_on", False):
            # Before the result, which the next job may follow at once.
            waits(1)
        send(number, dict(message, job=number))
        if message["type"] == "result" and job.get("ask"):
            end_turn()
            os.write(take, b".")

    run(job, reply, receive)
