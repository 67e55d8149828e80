"""Records what real CPython prints for each program under traces/, and checks that it still does.

    python3 traces/record.py                     record every case on every reference interpreter found
    python3 traces/record.py CASE...             record these cases only
    python3 traces/record.py --check [CASE...]   write nothing; exit 1 where a fresh run shows something new
    python3 traces/record.py --unbuffered        also run the cases that ask for it with `python3 -u`
    python3 traces/record.py --fresh             forget what earlier recordings saw

Interpreters: those listed in INTERLOOP_PYTHON (separated as PATH is), then those on PATH, then pyenv's.
Only the full versions named in REFERENCE are recorded, because patch releases differ.

A program may say how it is to be recorded, in one comment line:

    # recorder: repeats=60 python>=3.11 hangs sleep_scale=0.02 unbuffered=300
"""

import argparse
import concurrent.futures
import contextlib
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import threading
from pathlib import Path

SCHEMA = 1
REFERENCE = ("3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.2")
ROOT = Path(__file__).resolve().parent
HUNG = "hung"
HANG_LIMIT = 3.0  # seconds, for a program that is expected never to end
LIMIT = 60.0  # seconds, for all others
REPEATS = 4  # for a program that is not flagged as having several outcomes

# How a run is stressed; repeated runs go round these. A pinned run has one processor. A run with a switch interval lets threads
# change places more often. A run with jitter gives the processor away now and then at function calls, where CPython may anyway.
MODES = (
    {},
    {"switch": "0.000001"},
    {"pinned": True},
    {"switch": "0.000001", "pinned": True},
    {"jitter": "0.1"},
    {"jitter": "0.5"},
    {"jitter": "0.2", "pinned": True},
)

# What the interpreter executes before the program in a stressed run: it changes the thread scheduling, not the program.
SITECUSTOMIZE = """
import os, sys
if "RECORD_SWITCH" in os.environ:
    sys.setswitchinterval(float(os.environ["RECORD_SWITCH"]))
if "RECORD_SLEEP_SCALE" in os.environ:
    import asyncio
    def scaled(delay, result=None, sleep=asyncio.sleep, scale=float(os.environ["RECORD_SLEEP_SCALE"])):
        return sleep(delay * scale, result)
    asyncio.sleep = scaled
if "RECORD_JITTER" in os.environ:
    import random, threading, time
    def jitter(frame, event, arg, rate=float(os.environ["RECORD_JITTER"]), draw=random.random, pause=time.sleep):
        if event == "call" and len(threading._active) > 1 and draw() < rate:
            pause(0.0001 * draw())
    threading.setprofile(jitter)
    sys.setprofile(jitter)
"""


# ---------------------------------------------------------------- interpreters


def candidates():
    """Paths that may be interpreters, in the order in which they are preferred."""
    for entry in os.environ.get("INTERLOOP_PYTHON", "").split(os.pathsep):
        if entry:
            yield entry
    for name in ["python3"] + ["python3.%d" % minor for minor in range(8, 15)]:
        found = shutil.which(name)
        if found:
            yield found
    pyenv = Path(os.environ.get("PYENV_ROOT", str(Path.home() / ".pyenv"))) / "versions"
    for version in REFERENCE:
        if (pyenv / version / "bin" / "python3").exists():
            yield str(pyenv / version / "bin" / "python3")


def full_version(python):
    """The full version of a CPython with a GIL, or None for anything else."""
    script = (
        "import platform, sys, sysconfig\n"
        "gil = not sysconfig.get_config_var('Py_GIL_DISABLED')\n"
        "print(platform.python_version() if gil and sys.implementation.name == 'cpython' else '')"
    )
    try:
        asked = subprocess.run([python, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return asked.stdout.decode().strip() or None


def find_interpreters():
    """A dict from reference version to interpreter path, in the order of REFERENCE."""
    found = {}
    for python in candidates():
        version = full_version(python)
        if version in REFERENCE and version not in found:
            found[version] = python
    return {version: found[version] for version in REFERENCE if version in found}


# ---------------------------------------------------------------- one run


class Plan:
    """How one program is to be recorded: the comment line `# recorder: …` of its source."""

    def __init__(self, case):
        source = (case / "program.py").read_text(encoding="utf-8")
        self.case = case
        self.sha256 = hashlib.sha256(source.encode()).hexdigest()
        line = re.search(r"^# recorder:(.*)$", source, re.MULTILINE)
        words = line.group(1).split() if line else []
        self.hangs = "hangs" in words
        named = dict(re.match(r"(\w+)(?:>?=)(\S+)$", word).groups() for word in words if word != "hangs")
        unknown = set(named) - {"repeats", "python", "sleep_scale", "unbuffered"}
        if unknown:
            raise SystemExit("%s: unknown recorder option %s" % (case.name, ", ".join(sorted(unknown))))
        self.varies = "repeats" in named
        self.repeats = int(named.get("repeats", 1 if self.hangs else REPEATS))
        self.oldest = tuple(int(part) for part in named.get("python", "3.8").split("."))
        self.sleep_scale = named.get("sleep_scale")
        self.unbuffered = int(named.get("unbuffered", 0))

    def covers(self, version):
        """Whether the program is meant for this interpreter version."""
        return tuple(int(part) for part in version.split(".")[:2]) >= self.oldest


@contextlib.contextmanager
def terminal():
    """A pseudo-terminal for the child's standard output, so that Python writes whole lines; yields (reader, writer)."""
    reader, writer = os.openpty()
    attributes = termios.tcgetattr(writer)
    attributes[1] &= ~termios.OPOST  # A newline stays one character.
    termios.tcsetattr(writer, termios.TCSANOW, attributes)
    try:
        yield reader, writer
    finally:
        os.close(reader)


def collect(descriptor, chunks):
    """Appends everything that can be read from a descriptor; a closed pseudo-terminal ends with an error on Linux."""
    with contextlib.suppress(OSError):
        while True:
            chunk = os.read(descriptor, 65536)
            if not chunk:
                return
            chunks.append(chunk)


def stressed_environment(mode, plan, stress):
    """The child's environment in one of MODES; its sitecustomize module is in the folder `stress`."""
    env = {"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "PYTHONPATH": stress}
    for name in ("switch", "jitter"):
        if name in mode:
            env["RECORD_" + name.upper()] = mode[name]
    if plan.sleep_scale:
        env["RECORD_SLEEP_SCALE"] = plan.sleep_scale
    return env


def run_once(python, plan, mode, stress, flags=()):
    """Runs the program once; returns its normalised outcome as a dict with stdout, stderr and exit."""
    command = [python, *flags, "program.py"]
    pinned = {min(os.sched_getaffinity(0))} if "pinned" in mode else None
    out, err = [], []
    with terminal() as (reader, writer):
        child = subprocess.Popen(
            command,
            cwd=str(plan.case),
            env=stressed_environment(mode, plan, stress),
            stdin=subprocess.DEVNULL,
            stdout=writer,
            stderr=subprocess.PIPE,
            start_new_session=True,
            preexec_fn=(lambda: os.sched_setaffinity(0, pinned)) if pinned else None,
        )
        os.close(writer)
        readers = [
            threading.Thread(target=collect, args=(reader, out)),
            threading.Thread(target=collect, args=(child.stderr.fileno(), err)),
        ]
        for thread in readers:
            thread.start()
        try:
            code = child.wait(HANG_LIMIT if plan.hangs else LIMIT)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
            code = HUNG
        for thread in readers:
            thread.join()
        child.stderr.close()
    stdout, stderr = b"".join(out).decode("utf-8", "replace"), b"".join(err).decode("utf-8", "replace")
    return {"stdout": normalise(stdout), "stderr": normalise(without_frames(stderr)), "exit": code}


# ---------------------------------------------------------------- normal form


def without_frames(text):
    """Removes traceback frames, each `File …` line with the source and caret lines below it, and timers' deadlines."""
    kept, frame = [], None
    for line in text.splitlines(keepends=True):
        start = re.match(r'([ |]*)  File "', line)
        if start:
            frame = start.group(1)
        elif frame is not None and (line.startswith(frame + "    ") or line.startswith(frame + "  [Previous line")):
            continue
        else:
            frame = None
            kept.append(re.sub(r"\bwhen=\d+(\.\d+)?", "when=..", line))
    return "".join(kept)


def normalise(text):
    """Replaces what differs from machine to machine: addresses, places in source files, thread identifiers."""
    text = re.sub(r"0x[0-9a-fA-F]+", "0x..", text)
    text = re.sub(r"(Future )\d+( in unexpected state)", r"\1..\2", text)
    text = re.sub(r"( took) \d+\.\d+ seconds", r"\1 .. seconds", text)
    text = re.sub(r"^\S+:\d+: (\w+Warning: .*\n)(  .*\n)?", r"..:..: \1", text, flags=re.MULTILINE)
    return re.sub(r"[^\s'\"<>\[\]]+\.py:\d+", "..:..", text)


# ---------------------------------------------------------------- recordings


def behaviours_of(outputs_by_version):
    """Groups versions that showed the same set of outputs, oldest version first."""
    groups = []
    for version, outputs in outputs_by_version.items():
        for versions, same in groups:
            if same == outputs:
                versions.append(version)
                break
        else:
            groups.append(([version], outputs))
    return [
        {"versions": versions, **outputs[0]} if len(outputs) == 1 else {"versions": versions, "outputs": outputs}
        for versions, outputs in groups
    ]


def earlier_outputs(path, plan):
    """What an earlier recording of the very same program saw, by version; empty when there is none."""
    if not path.exists():
        return {}
    recorded = json.loads(path.read_text(encoding="utf-8"))
    if recorded["program"] != plan.sha256:
        return {}
    seen = {}
    for behaviour in recorded["behaviours"]:
        for version in behaviour["versions"]:
            single = {key: behaviour[key] for key in ("stdout", "stderr", "exit") if key in behaviour}
            seen[version] = behaviour.get("outputs", [single])
    return seen


def merged(outputs):
    """Outputs without duplicates, in a fixed order."""
    unique = {json.dumps(output, sort_keys=True): output for output in outputs}
    return [unique[key] for key in sorted(unique)]


def observe(plan, interpreters, stress, repeats, flags, jobs):
    """Runs a program on each interpreter that it is meant for; returns the distinct outputs by version."""
    seen = {}
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        runs = {
            version: [pool.submit(run_once, python, plan, MODES[number % len(MODES)], stress, flags) for number in range(repeats)]
            for version, python in interpreters.items()
            if plan.covers(version)
        }
        for version, futures in runs.items():
            seen[version] = merged(future.result() for future in futures)
    return seen


def differences(case, earlier, fresh, check, several):
    """The lines that say what a fresh run shows that the recording, or the program's comment line, does not say."""
    news = []
    for version, outputs in fresh.items():
        before = earlier.get(version)
        if before is None and check:
            news.append("%s: no recording for %s" % (case, version))
        elif before is not None and any(output not in before for output in outputs):
            news.append("%s: new output on %s" % (case, version))
        if len(outputs) > 1 and not several:
            news.append("%s: %d outputs on %s, but the program is not marked with repeats=" % (case, len(outputs), version))
    return news


def record(plan, interpreters, stress, options, unbuffered=False):
    """Records one case; returns the lines that say what is new (empty when nothing is)."""
    path = plan.case / ("recorded-unbuffered.json" if unbuffered else "recorded.json")
    earlier = earlier_outputs(path, plan)
    several = plan.varies or unbuffered
    repeats = plan.unbuffered if unbuffered else plan.repeats
    flags = ("-u",) if unbuffered else ()
    fresh = observe(plan, interpreters, stress, options.repeats or repeats, flags, options.jobs)
    news = differences(plan.case.name, earlier, fresh, options.check, several)
    if options.check:
        return news
    kept = {} if options.fresh else earlier
    union = {}
    for version in REFERENCE:
        if version in fresh:
            union[version] = merged(fresh[version] + (kept.get(version, []) if several else []))
        elif version in kept:
            union[version] = kept[version]
    recording = {"schema": SCHEMA, "program": plan.sha256, "behaviours": behaviours_of(union)}
    path.write_text(json.dumps(recording, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return news


def parse_arguments():
    """The command line, with one line of explanation for each option."""
    parser = argparse.ArgumentParser(description="Records what CPython prints for the programs under traces/.")
    parser.add_argument("cases", nargs="*", metavar="CASE", help="names of folders under traces/; default: all")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where something new is seen")
    parser.add_argument("--unbuffered", action="store_true", help="also record `python3 -u` where a program asks for it")
    parser.add_argument("--fresh", action="store_true", help="forget what earlier recordings saw")
    parser.add_argument("--repeats", type=int, help="runs for each interpreter, instead of the program's own number")
    parser.add_argument("--jobs", type=int, default=2, help="programs that run at the same time; default: 2")
    return parser.parse_args()


def main():
    options = parse_arguments()
    names = options.cases or sorted(path.parent.name for path in ROOT.glob("*/program.py"))
    unknown = [name for name in names if not (ROOT / name / "program.py").exists()]
    if unknown:
        raise SystemExit("no such case: %s (a case is a folder under traces/ with a program.py)" % ", ".join(unknown))
    interpreters = find_interpreters()
    if not interpreters:
        raise SystemExit("no reference interpreter found (wanted one of %s)" % ", ".join(REFERENCE))
    print("interpreters: " + " ".join(interpreters), file=sys.stderr)
    news = []
    with tempfile.TemporaryDirectory() as stress:
        (Path(stress) / "sitecustomize.py").write_text(SITECUSTOMIZE, encoding="utf-8")
        for name in names:
            plan = Plan(ROOT / name)
            news += record(plan, interpreters, stress, options)
            if options.unbuffered and plan.unbuffered:
                news += record(plan, interpreters, stress, options, unbuffered=True)
    for line in news:
        print(line)
    return 1 if options.check and news else 0


if __name__ == "__main__":
    sys.exit(main())
