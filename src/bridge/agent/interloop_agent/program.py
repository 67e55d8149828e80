"""One execution: the program from its first line to the end of the interpreter."""

import atexit
import builtins
import contextvars
import gc
import importlib.machinery
import os
import sys
import traceback
import types

from . import choosers, descriptors, entropy, frames, kernel as _kernel, lines, real, recorder, reuse, signals, streams
from . import tasks, threads
from .kernel import Kernel, Operation

EXITING = Operation("exit", None, "write")


#: What was compiled in this process: several executions of a program may share it.
_compiled = {}


class Execution:
    """Runs one job and sends what came of it."""

    def __init__(self, job, send, receive):
        self.job = job
        self.send = send
        self.chooser = choosers.chooser_of(job, send, receive)
        self.recorder = recorder.Recorder() if job.get("trace") else None
        self.kernel = Kernel(job, self.chooser, self.recorder)
        self.kernel.on_end = self.finish
        #: Whether another execution may take place in this process, if it is as it was.
        self.reusable = reuse.allowed(job)
        if self.recorder is not None:
            self.recorder.kernel = self.kernel

    def run(self):
        """Runs the job. Returns when the process may be used again; otherwise it ends with the run."""
        _kernel.start(self.kernel)
        model = self.job.get("stdout", "terminal")
        self.stdout = sys.stdout = sys.__stdout__ = streams.Stream("stdout", model, "strict")
        self.stderr = sys.stderr = sys.__stderr__ = streams.Stream("stderr", "terminal", "backslashreplace")
        descriptors.opened = {1: self.stdout, 2: self.stderr}
        entropy.begin()
        signals.begin()
        threads.adopt_main_thread(self.kernel)
        tasks.execution = self
        try:
            ending = self.main()
            threads.shutdown()
            self.exit(ending)
        except BaseException as error:
            # What the agent itself does wrong must not look like the program's doing.
            self.fail(error)

    # ---- the program ----------------------------------------------------------------------------------------------

    def main(self):
        """The main thread's body. Returns how it ended."""
        path = self.job["program"]
        module = types.ModuleType("__main__")
        namespace = module.__dict__
        loader = importlib.machinery.SourceFileLoader("__main__", path)
        namespace.update(__file__=path, __cached__=None, __builtins__=builtins, __annotations__={}, __loader__=loader)
        sys.modules["__main__"] = module
        sys.argv = [path, *self.job.get("argv", [])]
        sys.path[0] = os.path.dirname(path)
        os.chdir(self.job.get("cwd", os.path.dirname(path)))
        if self.job.get("debug"):
            sys.modules["asyncio.coroutines"]._is_debug_mode = lambda: True
        try:
            with open(path, "rb") as file:
                source = file.read()
            code = _compiled.get((path, source))
            if code is None:
                code = _compiled[path, source] = compile(source, path, "exec", dont_inherit=True)
            lines.install(self.job)
            frames.make_room()
            # The program's garbage is collected at the same places in every run.
            gc.collect(0)
            gc.enable()
            # A context of its own, so that the program leaves nothing in that of the thread.
            contextvars.Context().run(exec, code, namespace)
        except SystemExit as error:
            return self.exited(error)
        except BaseException as error:
            return self.raised(error)
        finally:
            sys.settrace(None)
        return {"kind": "returned"}

    def exited(self, error):
        """The exit status of a SystemExit, after its message has been written."""
        code = error.code
        if code is None:
            return {"kind": "exited", "code": 0}
        if isinstance(code, int):
            return {"kind": "exited", "code": code & 0xFF}
        sys.stderr.write(str(code) + "\n")
        return {"kind": "exited", "code": 1}

    def raised(self, error):
        """An exception left the main thread."""
        frames.clean(error)
        text = traceback.format_exception_only(type(error), error)[-1].rstrip("\n")
        sys.last_type, sys.last_value, sys.last_traceback = type(error), error, error.__traceback__
        if real.MINOR >= 12:
            sys.last_exc = error
        try:
            sys.excepthook(type(error), error, error.__traceback__)
        except SystemExit as other:
            return self.exited(other)
        except BaseException as other:
            self.hook_failed(error, other)
        return {"kind": "raised", "text": text}

    def hook_failed(self, error, other):
        """The program's own `sys.excepthook` has raised another exception."""
        frames.clean(other)
        other.__context__ = None
        with streams.under_way(streams.Report()):
            sys.stderr.write("Error in sys.excepthook:\n")
            sys.__excepthook__(type(other), other, other.__traceback__)
            sys.stderr.write("\nOriginal exception was:\n")
            sys.__excepthook__(type(error), error, error.__traceback__)

    # ---- the end ----------------------------------------------------------------------------------------------------

    def exit(self, ending):
        """The end of the interpreter. Daemon threads run while the functions of `atexit` do; then they stop."""
        kernel = self.kernel
        try:
            atexit._run_exitfuncs()
        except BaseException:
            # The library has told of it already.
            pass
        kernel.point(EXITING)
        self.reusable = self.reusable and all(t.state == _kernel.DONE for t in kernel.threads if t is not kernel.thread)
        kernel.stop_others()
        if self.recorder is not None:
            self.recorder.note("interpreter.exit", 0, {})
        self.reusable = self.reusable and gc.isenabled()
        gc.disable()
        self.forget()
        for stream in (self.stdout, self.stderr):
            if stream.pending:
                stream.deliver()
        kernel.finish(ending)
        self.finish(self.reusable)

    def forget(self):
        """Frees what the program made, so that it says what it says when it is freed."""
        for name in ("last_type", "last_value", "last_traceback", "last_exc"):
            sys.__dict__.pop(name, None)
        sys.modules.pop("__main__", None)
        frames.outside(gc.collect)
        events = sys.modules["asyncio.events"]
        events._event_loop_policy = None
        frames.outside(gc.collect)

    def finish(self, goes_on=False):
        """Sends the result and ends the process, from whichever thread the run has ended in, unless it goes on."""
        kernel = self.kernel
        sys.settrace(None)
        self.chooser.finished(kernel)
        self.send(
            {
                "type": "result",
                "ending": kernel.ending,
                "stdout": streams.text_of(self.stdout.output),
                "stderr": streams.text_of(self.stderr.output),
                "time": kernel.now,
                "steps": kernel.steps,
                "preemptions": kernel.preemptions,
                "decisions": kernel.decisions,
                "choices": self.chooser.log,
                "events": None if self.recorder is None else self.recorder.events,
                "goes_on": goes_on,
            }
        )
        if not goes_on:
            real._exit(0)

    def fail(self, error):
        text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        real.write(2, text.encode("utf-8", "replace"))
        real._exit(70)
