/**
 * The house rules, as a test: which room may import which, what no room may use, how long things may be, what must not be left
 * behind. Each rule is also tried on a small file that breaks it, so that a rule which sees nothing is noticed.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { bannedUses } from "./architecture/banned.js";
import { cyclesBetweenRooms, deadFiles } from "./architecture/imports.js";
import { mayBeLonger, tooLong } from "./architecture/lengths.js";
import { facadeCode, roomOf, wrongImports, wrongNames } from "./architecture/rooms.js";
import { filesBelow, parse, readSources, root } from "./architecture/sources.js";
import { compile, undrivenCalls } from "./architecture/undriven.js";
import { leftovers, unrunSpecs } from "./architecture/words.js";
import { knownDifferences } from "./known_differences.js";

const src = readSources("src");
const specs = readSources("spec");
const everything = [...src, ...specs, ...["bench", "traces", "fuzz"].flatMap(readSources)];

/** The sources behind the files that package.json offers: `./dist/cli/main.js` comes from `src/cli/main.ts`. */
function entries(): string[] {
  const { exports, bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    exports: Record<string, string | { default: string }>;
    bin: Record<string, string>;
  };
  return [
    ...Object.values(exports).map((entry) => (typeof entry === "string" ? entry : entry.default)),
    ...Object.values(bin),
  ]
    .filter((file) => file.endsWith(".js"))
    .map((file) => file.replace(/^(?:\.\/)?dist\/(.*)\.js$/, "src/$1.ts"));
}

test("there is something to check, and the entries of package.json are there", () => {
  const paths = src.map((source) => source.path);
  expect(paths).not.toEqual([]);
  expect(entries()).toEqual(["src/index.ts", "src/bridge/index.ts", "src/cli/main.ts"]);
  expect(entries().filter((entry) => !paths.includes(entry))).toEqual([]);
});

test("no file lies about that no tool of the house made: what an editor or a patch leaves behind", () => {
  const kinds = /\.(?:ts|js|py|json|md)$/;
  const folders = ["src", "spec", "bench", "fuzz", "traces", "tools"];
  const found = folders.flatMap((folder) => filesBelow(join(root, folder)));
  expect(found.filter((path) => !kinds.test(path) && !path.includes("__pycache__"))).toEqual([]);
});

describe("imports", () => {
  test("point down only: each room imports what it may, and nothing else", () => {
    expect(wrongImports(src)).toEqual([]);
  });

  test("an import that points up, a stray package and a stray file are found", () => {
    const kernel = parse("src/kernel/a.ts", 'import { sleep } from "../time.js";\nexport * from "./b.js";');
    const tasks = parse("src/asyncio/tasks.ts", 'import "node:fs";\nlet x: import("../trace/event.js").Event;\n');
    const trace = parse("src/trace/fold.ts", 'import { produce } from "immer";\nimport _ from "@scope/name/part";\n');
    const futures = parse(
      "src/concurrent/futures/_base.ts",
      'import "../../threading.js";\nawait import("../../cli/main.js");',
    );
    expect(wrongImports([kernel, tasks, trace, futures, parse("src/misc.ts", "")])).toEqual([
      "src/kernel/a.ts:1: 'kernel' must not import 'time' (../time.js); it may import nothing",
      "src/asyncio/tasks.ts:1: 'asyncio' must not import 'node' (node:fs); it may import kernel, interpreter, builtins, time, functools, signal, contextvars, heapq, threading, concurrent/futures",
      "src/asyncio/tasks.ts:2: 'asyncio' must not import 'trace' (../trace/event.js); it may import kernel, interpreter, builtins, time, functools, signal, contextvars, heapq, threading, concurrent/futures",
      "src/trace/fold.ts:2: 'trace' must not import '@scope/name' (@scope/name/part); it may import kernel, immer",
      "src/concurrent/futures/_base.ts:2: 'concurrent/futures' must not import 'cli' (../../cli/main.js); it may import kernel, interpreter, builtins, time, threading, queue",
      "src/misc.ts: there is no room 'misc': add it to mayImport in spec/architecture/rooms.ts, with what it may import",
    ]);
  });

  test("explore, report and bridge never name asyncio; asyncio never names explore", () => {
    expect(wrongNames(src)).toEqual([]);
  });

  test("a name in code or in a text is found, a word in a comment is not", () => {
    const report = parse(
      "src/report/a.ts",
      '// asyncio\nconst asyncio = 1;\nconst text = "in asyncio.run";\nconst t = `asyncio ${text}`;',
    );
    expect(wrongNames([report, parse("src/asyncio/b.ts", "explore();\nexplored();")])).toEqual([
      "src/report/a.ts:2: 'report' must not name 'asyncio'",
      "src/report/a.ts:3: 'report' must not name 'asyncio'",
      "src/report/a.ts:4: 'report' must not name 'asyncio'",
      "src/asyncio/b.ts:1: 'asyncio' must not name 'explore'",
    ]);
  });

  test("make no cycle between rooms", () => {
    expect(cyclesBetweenRooms(src, roomOf)).toEqual([]);
  });

  test("a cycle through two rooms is found once, a cycle inside a room is none of this rule's business", () => {
    const files = [
      parse("src/trace/a.ts", 'export * from "./b.js";'),
      parse("src/trace/b.ts", 'import type { C } from "../explore/c.js";'),
      parse("src/explore/c.ts", 'import "../trace/a.js";\nimport "./d.js";'),
      parse("src/explore/d.ts", 'import "./e.js";'),
      parse("src/explore/e.ts", 'import "./d.js";'),
    ];
    expect(cyclesBetweenRooms(files, roomOf)).toEqual([
      "import cycle between rooms: src/explore/c.ts, src/trace/a.ts, src/trace/b.ts",
    ]);
  });

  test("lead from an entry of package.json to every file", () => {
    expect(deadFiles(src, entries())).toEqual([]);
  });

  test("a file that only itself or another dead file imports is dead", () => {
    const files = [
      parse("src/index.ts", 'export * from "./a.js";'),
      parse("src/a.ts", ""),
      parse("src/b.ts", 'import "./c.js";'),
      parse("src/c.ts", 'import "./b.js";\nimport "./a.js";'),
    ];
    expect(deadFiles(files, ["src/index.ts"])).toEqual([
      "src/b.ts: no entry of package.json leads to this file: import it where it is used, or delete it",
      "src/c.ts: no entry of package.json leads to this file: import it where it is used, or delete it",
    ]);
  });

  test("and exports are all that the façade has", () => {
    const facades = src.filter(({ path }) => path === "src/index.ts" || path === "src/bridge/index.ts");
    expect([facades.length, facades.flatMap(facadeCode)]).toEqual([2, []]);
    expect(facadeCode(parse("src/index.ts", 'export * from "./run.js";\nexport const version = 1;'))).toEqual([
      "src/index.ts:2: the façade only re-exports: move this into a room",
    ]);
  });
});

describe("banned uses", () => {
  test("do not occur outside bridge, judge and cli", () => {
    const inside = src.filter((source) => !["bridge", "judge", "cli"].includes(roomOf(source.path)));
    expect(inside.flatMap(bannedUses)).toEqual([]);
  });

  test("are each found, with what to use instead", () => {
    const lines = [
      "const now = Date.now() + Math.random();",
      "setTimeout(() => {}, performance.now());",
      "async function f() { await g(); for await (const x of y) h(x); }",
      "const ref: WeakRef<object> = new WeakRef({});",
      "class A extends Promise<void> {}",
      "const pick = { console };",
      'process.stdout.write(globalThis["x"]);',
      'export const load = () => import("./x.js");',
      "names.sort((a, b) => a.localeCompare(b));",
    ];
    const complaints = bannedUses(parse("src/a.ts", lines.join("\n")));
    expect(complaints.map((text) => text.replace(/ is banned here.*/, ""))).toEqual([
      "src/a.ts:1: Date",
      "src/a.ts:1: Math.random",
      "src/a.ts:2: setTimeout",
      "src/a.ts:2: performance",
      "src/a.ts:3: an async function",
      "src/a.ts:3: await",
      "src/a.ts:3: for await",
      "src/a.ts:4: WeakRef",
      "src/a.ts:5: Promise",
      "src/a.ts:6: console",
      "src/a.ts:7: process",
      "src/a.ts:7: globalThis",
      "src/a.ts:8: import()",
      "src/a.ts:9: localeCompare",
    ]);
    expect(complaints[0]).toBe("src/a.ts:1: Date is banned here; read the virtual clock: kernel.readClock()");
  });

  test("are not types, members of other objects, or names of the file's own", () => {
    const lines = [
      'import { process } from "./process.js";',
      "type Refused = Promise<unknown>;",
      "const own = { Date: 1, fetch() {} };",
      "own.fetch(own.Date, process);",
      "function console(performance: number): number { return performance; }",
      "console(1);",
    ];
    expect(bannedUses(parse("src/a.ts", lines.join("\n")))).toEqual([]);
  });
});

describe("lengths", () => {
  test("of functions are at most 70 lines and of files at most 400", () => {
    expect(tooLong(src, mayBeLonger)).toEqual([]);
  });

  test("one line too many is found, and so is an exemption that nothing needs", () => {
    const body = (lines: number): string => `{\n${"  x();\n".repeat(lines - 2)}}`;
    const short = parse("src/short.ts", `/** Doc. */\nfunction fits() ${body(70)}\n`.padEnd(2000, "x"));
    const long = parse(
      "src/long.ts",
      `/** Doc. */\nclass A {\n  m() ${body(71)}\n}\nconst f = () => ${body(71)};\nfunction g() ${body(90)}\n`,
    );
    const file = parse("src/file.ts", "x();\n".repeat(401));
    expect(
      tooLong([short, long, file, parse("src/full.ts", "x();\n".repeat(400))], {
        "src/long.ts#g": "",
        "src/short.ts": "",
      }),
    ).toEqual([
      "src/long.ts:3: A.m has 71 lines; a function has at most 70",
      "src/long.ts:75: f has 71 lines; a function has at most 70",
      "src/file.ts: 401 lines; a file has at most 400",
      "src/short.ts: is short enough by now: take it off the list in spec/architecture/lengths.ts",
    ]);
  });
});

describe("leftovers", () => {
  test("such as notes to self, silenced tools and the type any do not occur", () => {
    expect(everything.flatMap(leftovers)).toEqual([]);
  });

  test("are found in comments wherever they stand, and not in texts", () => {
    const lines = [
      "// TODO: later",
      "f(/* FIXME */); // XXX",
      "/** @ts-ignore is a word in a doc comment too */ let a: any[];",
      'const text = "TODO" + `${a} FIXME // XXX`;',
      "// eslint-disable-next-line eqeqeq",
      "// eslint-disable-next-line eqeqeq -- null and undefined alike",
      "{ /* a TODO before a brace */ }",
    ];
    expect(leftovers(parse("src/a.ts", lines.join("\n")))).toEqual([
      "src/a.ts:1: a note to self: do it, or open an issue",
      "src/a.ts:2: a note to self: do it, or open an issue",
      "src/a.ts:2: a note to self: do it, or open an issue",
      "src/a.ts:3: a silenced compiler: mend the type, or expect the error where a spec is about it",
      "src/a.ts:3: the type any: say what it is, or unknown",
      "src/a.ts:5: a silenced rule without its reason: write `-- why` after it",
      "src/a.ts:7: a note to self: do it, or open an issue",
    ]);
  });

  test("such as specs that do not run are known differences, told in the README", () => {
    const readme = knownDifferences.length === 0 ? "" : readFileSync(join(root, "README.md"), "utf8");
    expect(unrunSpecs(specs, knownDifferences, readme)).toEqual([]);
  });

  test("an unlisted skip, an `.only` and a difference that nothing shows or tells are found", () => {
    const spec = parse(
      "spec/a.spec.ts",
      [
        'test.skip("listed", () => {});',
        'test.skip("unlisted", () => {});',
        'describe.concurrent.only("alone", () => {});',
        'it.todo.each([1])("listed too %s", () => {});',
        "test.skipIf(noPython)('allowed', () => {});",
        "list.skip(1);",
      ].join("\n"),
    );
    const file = "spec/a.spec.ts";
    const known = [
      { file, title: "listed", readme: "We differ here." },
      { file, title: "listed too %s", readme: "And here." },
      { file, title: "gone", readme: "We differ here." },
    ];
    expect(unrunSpecs([spec], known, "# Title\nWe differ\nhere.")).toEqual([
      "spec/a.spec.ts:2: `.skip` of a spec that spec/known_differences.ts does not list",
      "spec/a.spec.ts:3: `.only` keeps all other specs from running",
      "spec/known_differences.ts: the README does not say: And here.",
      "spec/known_differences.ts: no skipped spec 'gone' in spec/a.spec.ts",
    ]);
  });
});

describe("calls that are never driven", () => {
  const fixture = "spec/undriven.fixture.ts";
  const lines = [
    'import type { Blocking } from "../src/kernel/traps.js";',
    'import type { Coroutine } from "../src/asyncio/awaitable.js";',
    "declare function sleep(seconds: number): Blocking<void>;",
    "declare function fetch(): Coroutine<string>;",
    "declare function numbers(): Generator<number>;",
    "declare class Future { [Symbol.iterator](): Coroutine<string>; add_done_callback(): void }",
    "declare class Acquire { [Symbol.iterator](): Blocking<boolean> }",
    "export function* main(flag: boolean, made: Future): Coroutine<void> {",
    "  sleep(1);",
    "  fetch();",
    "  flag && sleep(2);",
    "  flag ? fetch() : numbers();",
    "  [1].forEach((seconds) => sleep(seconds));",
    "  new Acquire();",
    "  yield* sleep(1);",
    "  void sleep(3);",
    "  numbers();",
    "  made;",
    "  const later = sleep(4);",
    "  yield* later;",
    "  [1].map((seconds) => sleep(seconds));",
    "}",
  ];
  let found: Map<string, string[]>;
  beforeAll(() => {
    found = undrivenCalls(compile({ [fixture]: lines.join("\n") }));
  });

  test("do not occur in src, spec, bench and traces", () => {
    expect(found.size).toBeGreaterThan(everything.length);
    expect([...found].flatMap(([path, complaints]) => (path === fixture ? [] : complaints))).toEqual([]);
  });

  test("are found with file and line; generators of the language's own kind, futures and `void` are left alone", () => {
    expect(found.get(fixture)).toEqual([
      `${fixture}:9: sleep(1) is never run: write yield* before it`,
      `${fixture}:10: fetch() is never run: write yield* before it`,
      `${fixture}:11: sleep(2) is never run: write yield* before it`,
      `${fixture}:12: fetch() is never run: write yield* before it`,
      `${fixture}:13: sleep(seconds) is never run: write yield* before it`,
      `${fixture}:14: new Acquire() is never run: write yield* before it`,
    ]);
  });
});
