"""Which system calls real CPython makes for what print() writes: see spec/judge.py.

Questions: the model of the stream and print's arguments. Answers: what each system call wrote; "|" stands for the end of a print().
"""

import io
import json

PRINTS = [
    [["a"], {}],
    [["a", "b"], {}],
    [["a", "b"], {"end": ""}],
    [["a", "b"], {"end": "", "flush": True}],
    [["a", "b"], {"flush": True}],
    [[], {}],
    [[], {"end": ""}],
    [[], {"end": "", "flush": True}],
    [["", ""], {}],
    [["a", "b"], {"sep": ""}],
    [["a", "b"], {"sep": "\n"}],
    [["a\nb", "c"], {}],
    [["a\r", "b"], {"end": ""}],
    [["a\n\n"], {"end": "\n\n"}],
]


class Raw(io.RawIOBase):
    """A file that notes each system call."""

    def __init__(self):
        self.calls = []

    def writable(self):
        return True

    def write(self, data):
        self.calls.append(bytes(data).decode())
        return len(data)


def stream(model, raw):
    if model == "unbuffered":
        return io.TextIOWrapper(raw, write_through=True)
    return io.TextIOWrapper(io.BufferedWriter(raw), line_buffering=True)


def answers():
    found = []
    for model in ("terminal", "unbuffered"):
        for values, keywords in PRINTS:
            raw = Raw()
            file = stream(model, raw)
            print(*values, file=file, **keywords)
            raw.calls.append("|")
            print("next", file=file)
            found.append([json.dumps([model, values, keywords]), list(raw.calls)])
    return found
