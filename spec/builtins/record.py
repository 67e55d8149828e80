"""Records what real CPython answers to the questions of the specs beside this file and of spec/heapq.spec.ts.

    python3 spec/builtins/record.py          writes the JSON files again, from every reference interpreter found

An answer that all interpreters give alike is written once; otherwise each answer stands with the minor versions of
Python 3 that give it. Interpreters are found as traces/record.py finds them.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOPICS = {
    "values": HERE / "values.json",
    "exceptions": HERE / "exceptions.json",
    "groups": HERE / "groups.json",
    "contexts": HERE / "contexts.json",
    "tracebacks": HERE / "tracebacks.json",
    "heaps": HERE.parent / "heapq.json",
}


def merge(answers):
    """One list of [minors, answer] pairs for each question, from a dict of lists of answers by minor version."""
    minors = sorted(answers)
    questions = max(len(answers[minor]) for minor in minors)
    merged = []
    for index in range(questions):
        pairs = []
        for minor in minors:
            if index >= len(answers[minor]) or answers[minor][index] is None:
                continue
            for pair in pairs:
                if pair[1] == answers[minor][index]:
                    pair[0].append(minor)
                    break
            else:
                pairs.append([[minor], answers[minor][index]])
        merged.append(pairs)
    return merged


def record_topic(topic, path, interpreters):
    answers, questions = {}, None
    for version, python in interpreters.items():
        environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONPATH=str(HERE), PYTHONDONTWRITEBYTECODE="1")
        code = "import json, questions_%s as q; print(json.dumps([q.QUESTIONS, q.answers()]))" % topic
        done = subprocess.run([python, "-c", code], env=environment, stdout=subprocess.PIPE, timeout=120, check=True)
        asked, answers[int(version.split(".")[1])] = json.loads(done.stdout.decode())
        if questions is not None and asked != questions:
            raise SystemExit("%s: Python %s asks other questions than the others" % (topic, version))
        questions = asked
    rows = [[question, pairs] for question, pairs in zip(questions, merge(answers))]
    lines = ",\n".join("  " + json.dumps(row) for row in rows)
    path.write_text('{"python": %s, "rows": [\n%s\n]}\n' % (json.dumps(list(interpreters)), lines), encoding="utf-8")
    print("%s: %d questions" % (path.name, len(rows)))


def main():
    sys.path.insert(0, str(HERE.parent.parent / "traces"))
    import record as traces

    interpreters = traces.find_interpreters()
    for topic in sys.argv[1:] or TOPICS:
        record_topic(topic, TOPICS[topic], interpreters)


if __name__ == "__main__":
    # This script has the name of the one that it imports from.
    sys.path.remove(str(HERE))
    main()
