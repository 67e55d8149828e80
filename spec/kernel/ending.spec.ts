import { describeEnding, type Ending, exitCode, exitCodes } from "interloop";
import { expect, test } from "vitest";

/** Every kind of ending, its text and its exit code. */
const endings: readonly (readonly [Ending, string, number])[] = [
  [{ kind: "returned", value: undefined }, "returned", 0],
  [{ kind: "returned", value: 5 }, "returned 5", 0],
  [{ kind: "raised", exception: new RangeError("far") }, "raised RangeError: far", 1],
  [{ kind: "exited", code: 3 }, "exited with status 3", 3],
  [{ kind: "exited", code: 0 }, "exited with status 0", 0],
  [
    {
      kind: "deadlock",
      waits: [{ thread: "A", operation: "join thread", chain: ["end of thread 1", "B"] }],
      cycle: [],
    },
    "deadlock: no thread can go on, and no time will free one\n  A: join thread, waits for end of thread 1 → B",
    101,
  ],
  [
    {
      kind: "deadlock",
      waits: [
        { thread: "A", operation: "acquire lock", chain: ["lock 1", "B", "lock 2", "A"] },
        { thread: "B", operation: "acquire lock", chain: ["lock 2", "A", "lock 1", "B"] },
      ],
      cycle: ["A", "lock 1", "B", "lock 2", "A"],
    },
    [
      "deadlock: no thread can go on, and no time will free one",
      "  A: acquire lock, waits for lock 1 → B → lock 2 → A",
      "  B: acquire lock, waits for lock 2 → A → lock 1 → B",
      "  cycle: A → lock 1 → B → lock 2 → A",
    ].join("\n"),
    101,
  ],
  [
    { kind: "step limit", limit: 5 },
    "step limit: 5 steps without an end, often a spin loop or a loop that nothing stops; raise maxSteps if the program needs more",
    102,
  ],
  [
    { kind: "time limit", limit: 1.5 },
    "time limit: virtual time passed 1.5 s, often a loop that sleeps for ever; raise maxTime if the program needs more",
    103,
  ],
  [
    { kind: "thread limit", limit: 2 },
    "thread limit: more than 2 threads, often a thread started in a loop; raise maxThreads if the program needs more",
    104,
  ],
  [
    { kind: "diverged", choice: 4, expected: "t2", possible: ["t0", "t1"] },
    "diverged: choice 4: the schedule says t2, possible: t0, t1; is it another scenario, or are the options others than those it was recorded with?",
    105,
  ],
  [
    { kind: "nondeterminism", choice: 6, before: "thread t0 t1", now: "thread t0 t2" },
    "uncontrolled nondeterminism: choice 6 was thread t0 t1 before and is thread t0 t2 now with the same choices so far; the scenario must not use Math.random, Date, or state that survives a run",
    106,
  ],
  [
    { kind: "escape", call: "socket.connect" },
    "escape: the program left the simulation: socket.connect; sockets, processes and C code that blocks are beyond the scheduler, so give the program stand-ins for them",
    108,
  ],
  [
    { kind: "stalled", seconds: 10, place: "line 3 of program.py, in main" },
    "stalled: nothing was heard of the program for 10 s of real time, at line 3 of program.py, in main: often a loop without a visible operation, or C code that blocks; raise wallLimit if the program needs more",
    109,
  ],
];

test.each(endings)("%o", (ending, text, code) => {
  expect(describeEnding(ending)).toBe(text);
  expect(exitCode(ending)).toBe(code);
});

test("every kind of ending is here, and no two failures share an exit code", () => {
  const kinds = new Set(endings.map(([ending]) => ending.kind));
  expect([...kinds].sort()).toEqual(["exited", ...Object.keys(exitCodes)].sort());
  const codes = Object.values(exitCodes);
  expect(new Set(codes).size).toBe(codes.length);
});

test("values and exceptions are written as the caller says", () => {
  const show = (value: unknown): string => `<${String(value)}>`;
  expect(describeEnding({ kind: "returned", value: 0 }, show)).toBe("returned <0>");
  expect(describeEnding({ kind: "returned", value: undefined }, show)).toBe("returned");
  expect(describeEnding({ kind: "raised", exception: "x" }, show)).toBe("raised <x>");
});
