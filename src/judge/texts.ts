/**
 * What is left out of texts before a simulated run and a run of CPython are compared, with the reason for each. All else must be equal,
 * character by character. Both sides go through the same rules.
 */

/** A rule: what is replaced, by what, and why the two sides cannot agree on it. */
interface Rule {
  readonly pattern: RegExp;
  readonly replacement: string;
  readonly reason: string;
}

const rules: readonly Rule[] = [
  {
    pattern: /\b0x[0-9a-f.]+/g,
    replacement: "0x..",
    reason: "CPython shows where an object lies in memory, which differs at every run",
  },
  {
    pattern: /^Future (?:\.\.|\d+) in unexpected state/gm,
    replacement: "Future .. in unexpected state",
    reason: "CPython shows the same address as a decimal number",
  },
  {
    pattern: / (?:running|done, defined|defined|created) at [^\s>\]]+/g,
    replacement: "",
    reason: "CPython shows the line that a coroutine has reached; JavaScript cannot know the line of a generator",
  },
  {
    pattern: /(\)|handle|None) at (?:\.\.:\.\.|[^\s>\]]+:\d+)/g,
    replacement: "$1",
    reason: "CPython shows where a callback is defined; JavaScript cannot know that of a function",
  },
  {
    pattern: /((?:callback|Handle(?: cancelled)?|when=\S+|cb=\[|,) )?(?<!\.)\b(?:(?:\w+|<locals>)\.)+(?=[a-z_]\w*\()/g,
    replacement: "$1",
    reason: "CPython names the class or function that a callback is defined in; JavaScript knows its own name alone",
  },
  {
    pattern: /coro=<[\w.<>]+\(\)>/g,
    replacement: "coro=<..>",
    reason: "a generator object does not tell which function it came from",
  },
  {
    pattern: /<coroutine object \S+ at/g,
    replacement: "<coroutine object .. at",
    reason: "a generator object does not tell which function it came from",
  },
  {
    pattern: /\bwhen=[\d.]+/g,
    replacement: "when=..",
    reason: "a timer's deadline counts from when the machine started",
  },
  {
    pattern: /( took) (?:\d+\.\d+|\.\.) seconds/g,
    replacement: "$1 .. seconds",
    reason: "debug mode reports how long a callback really took",
  },
  {
    pattern:
      /^(?:\S+: )?RuntimeWarning: coroutine '(?!sleep')[\w.<>]+' was never awaited\n(?:RuntimeWarning: Enable tracemalloc .*\n)?/gm,
    replacement: "",
    reason: "JavaScript tells nobody that a generator of the program is dropped; what the library makes it knows",
  },
  {
    pattern: /^\S+: (\w+Warning: )/gm,
    replacement: "$1",
    reason: "a warning begins with the file and line of the Python program",
  },
  {
    pattern: /(<\w+\(.*, (?:started|stopped)(?: daemon)?) \d+\)>/g,
    replacement: "$1 ..)>",
    reason: "a thread's repr shows its identifier, which the operating system chose",
  },
];

/**
 * A text of standard error without the frames of its tracebacks and the source lines of its warnings, which JavaScript cannot know: each `File …` line with
 * what is indented below it.
 */
export function withoutFrames(text: string): string {
  const kept: string[] = [];
  let frame: string | null = null;
  for (const line of text.replace(/^(\S+:\d+: \w+Warning: .*\n) {2}.*\n/gm, "$1").split(/(?<=\n)/)) {
    const start = /^([ |]*) {2}File "/.exec(line)?.[1];
    if (start !== undefined) frame = start;
    else if (frame !== null && (line.startsWith(`${frame}    `) || line.startsWith(`${frame}  [Previous line`)))
      continue;
    else {
      frame = null;
      kept.push(line);
    }
  }
  return kept.join("");
}

/** A text of either side without what cannot be equal. */
export function normalise(text: string): string {
  let result = text;
  for (const { pattern, replacement } of rules) result = result.replace(pattern, replacement);
  return result;
}
