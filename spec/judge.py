"""Records what real CPython answers to the questions of the specs in the folders beside this file.

    python3 spec/judge.py                    asks everything again, of every reference interpreter found
    python3 spec/judge.py asyncio/loop_run   asks only this

Beside NAME.spec.ts, NAME.py has a function answers(): a list of [question, answer], where None stands for a question that
this version cannot be asked. NAME.json gets the answers: those that all versions give alike once, others each with the minor
versions of Python 3 that give it. Interpreters are found as traces/record.py finds them.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOPICS = ["asyncio/base_events", "asyncio/loop_run", "asyncio/self_pipe", "asyncio/task", "asyncio/tasks", "concurrent/futures", "contextvars", "sys", "interpreter/seconds", "interpreter/streams", "threading/condition", "threading/lock", "threading/thread"]


def ask(python, topic):
    """One interpreter's answers, as pairs of question and answer."""
    code = "import json, runpy, sys; asked = runpy.run_path(sys.argv[1])['answers']()\n"
    code += "sys.stdout.write('\\n' + json.dumps(asked))"
    command = [python, "-c", code, str(HERE / (topic + ".py"))]
    environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1")
    # Not in a folder of this project's: there, a file like contextvars.py would hide Python's own.
    done = subprocess.run(command, env=environment, cwd="/", stdout=subprocess.PIPE, timeout=100, check=True)
    return json.loads(done.stdout.decode().rpartition("\n")[2])


def record(topic, interpreters):
    rows = {}
    for version, python in interpreters.items():
        for question, answer in ask(python, topic):
            pairs = rows.setdefault(question, [])
            if answer is None:
                continue
            for pair in pairs:
                if pair[1] == answer:
                    pair[0].append(int(version.split(".")[1]))
                    break
            else:
                pairs.append([[int(version.split(".")[1])], answer])
    lines = ",\n".join("  " + json.dumps(row) for row in rows.items())
    text = '{"python": %s, "rows": [\n%s\n]}\n' % (json.dumps(list(interpreters)), lines)
    (HERE / (topic + ".json")).write_text(text, encoding="utf-8")
    print("%s: %d questions" % (topic, len(rows)))


def main():
    sys.path.insert(0, str(HERE.parent / "traces"))
    import record as traces

    interpreters = traces.find_interpreters()
    for topic in sys.argv[1:] or TOPICS:
        record(topic, interpreters)


if __name__ == "__main__":
    main()
