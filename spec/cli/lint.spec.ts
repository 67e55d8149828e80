/** The lint: calls that nobody drives and coroutines that are driven twice, found in the bundled script and told in the sources. */
import { afterAll, describe, expect, test } from "vitest";
import { HEAD, World } from "./world.js";

const world = new World();
afterAll(() => {
  world.remove();
});

/** The findings in a scenario whose text begins on line 2, as `LINE:COLUMN what is not driven`. */
async function findings(text: string, others: Readonly<Record<string, string>> = {}): Promise<string[]> {
  world.write({ ...others, "scenario.ts": `${HEAD}${text}\nexport default function* main(): Blocking<void> {}` });
  const { code, stderr } = await world.call(["run", "scenario.ts"]);
  expect(code).toBe(stderr === "" ? 0 : 2);
  return stderr
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.replace("interloop: scenario.ts:", "").replace(/: (\S+|this call) is never driven, .*/, " $1"));
}

describe("a call that must be driven is found", () => {
  test.each([
    ["a function of interloop", "function* f() { asyncio.sleep(1); }", ["2:17 asyncio.sleep(…)"]],
    [
      "a function under another name",
      "const { sleep: nap } = asyncio; const doze = nap; function* f() { doze(1); }",
      ["2:67 doze(…)"],
    ],
    [
      "a function through the namespace",
      'import * as all from "interloop"; function* f() { all.print(); }',
      ["2:55 print()"],
    ],
    ["a generator function", "function* work() {} function* f() { work(); }", ["2:37 work()"]],
    [
      "one that is declared later",
      "function* f() { work(1); } const work = function* (n: number) {};",
      ["2:17 work(…)"],
    ],
    ["one inside another", "function* f() { function* inner() {} inner(); }", ["2:38 inner()"]],
    ["a method of this", "class A { *run() {} *f() { this.run(); } }", ["2:28 this.run()"]],
    ["a private method of this", "class A { *#run() {} *f() { this.#run(); } }", ["2:29 this.#run()"]],
    ["an inherited method", "class A { *run() {} } class B extends A { *f() { this.run(); } }", ["2:50 this.run()"]],
    [
      "a method of an object made here",
      "class A { *run() {} } function* f() { const a = new A(); a.run(); }",
      ["2:58 a.run()"],
    ],
    [
      "a method of interloop's classes",
      "function* f(l = new threading.Lock()) { const k = new threading.Lock(); k.acquire(); }",
      ["2:73 k.acquire()"],
    ],
    [
      "a method of a subclass of them",
      "class T extends threading.Thread {} function* f() { const t = new T(); t.start(); }",
      ["2:72 t.start()"],
    ],
    [
      "a method of what a function returns",
      "function* f() { const loop = asyncio.new_event_loop(); loop.run_forever(); }",
      ["2:56 loop.run_forever()"],
    ],
    [
      "a method of what a driven call gives",
      "function* f(c: never, l: never) { const s = yield* asyncio.run_coroutine_threadsafe(c, l); s.result(); }",
      ["2:92 s.result()"],
    ],
    ["a chain", "function* f() { new threading.Thread().start(); }", ["2:17 this call"]],
    ["both branches", "function* w() {} function* f(x: boolean) { x ? w() : print(); }", ["2:48 w()", "2:54 print()"]],
    [
      "behind && and after a comma",
      "function* w() {} function* f(x: boolean) { x && w(), w(); }",
      ["2:49 w()", "2:54 w()"],
    ],
    ["in an optional chain", "const w = function* () {}; function* f() { w?.(); }", ["2:44 this call"]],
    ["at the top of the module", "function* w() {} w();", ["2:18 w()"]],
  ])("%s", async (_, text, found) => {
    expect(await findings(text)).toEqual(found);
  });

  test("in a function that cannot say yield*, with what it must become", async () => {
    expect(await findings("const f = (): void => { print(1); };")).toEqual(["2:25 print(…)"]);
    const { stderr } = await world.call(["run", "scenario.ts"]);
    expect(stderr).toBe(
      "interloop: scenario.ts:2:25: print(…) is never driven, so nothing happens: write yield* print(…), in a generator function (function*)\n",
    );
  });

  test("in forEach, which drops what its function gives", async () => {
    expect(await findings("function f() { [1].forEach((n) => print(n)); [1].map((n) => print(n)); }")).toEqual([
      "2:35 print(…)",
    ]);
  });

  test("in another module, where two modules use the same name for different things", async () => {
    const others = {
      "one.ts": "export function work(): void {}\nexport function f(): void { work(); }",
      "two.ts": "export function* work() {}\n\nexport function* f() { work(); }",
    };
    const text =
      'import * as one from "./one.js";\nimport * as two from "./two.js";\nexport const both = [one.f, two.f];';
    expect(await findings(text, others)).toEqual(["interloop: two.ts:3:24 work()"]);
  });
});

describe("nothing is said of", () => {
  test.each([
    [
      "a call that is driven, kept, returned or dropped on purpose",
      "function* w() {} function* f() { yield* w(); const c = w(); void w(); return w(); }",
    ],
    ["an async generator, which is JavaScript's own", "async function* g() {} function f() { g(); }"],
    ["a plain function", "function w() {} function* f() { w(); asyncio.get_event_loop; }"],
    ["a parameter that hides a generator function", "function* w() {} function f(w: () => void) { w(); }"],
    ["a variable that hides one", "function* w() {} function f() { const w = () => 1; w(); }"],
    [
      "a name that is given another value",
      "let w: () => unknown = function* () {}; w = () => 1; function f() { w(); }",
    ],
    ["a method of an unknown object", "function f(thing: { start(): void }) { thing.start(); }"],
    [
      "a plain method of the scenario's own class",
      "class T { start() {} } function f() { const t = new T(); t.start(); }",
    ],
    [
      "a plain method that overrides a driven one",
      "class A { *run(): unknown {} } class B extends A { override run() { return 1; } f() { this.run(); } }",
    ],
    [
      "plain methods of interloop's classes",
      "function f() { const l = asyncio.new_event_loop(); l.stop(); l.call_soon(() => {}); }",
    ],
    [
      "a task, which may be awaited again",
      "function* w(): Coroutine<void> {} function* f() { const t = asyncio.create_task(w()); yield* t; yield* t; }",
    ],
  ])("%s", async (_, text) => {
    expect(await findings(text)).toEqual([]);
  });

  test("the packages of others", async () => {
    const others = {
      "node_modules/other/package.json":
        '{ "name": "other", "version": "1.0.0", "type": "module", "main": "index.js" }',
      "node_modules/other/index.js": "function* w() {}\nw();\nexport const other = 1;",
    };
    expect(await findings('import { other } from "other";\nvoid other;', others)).toEqual([]);
  });
});

describe("a coroutine that is driven twice", () => {
  const again = "was driven before, and a coroutine can be awaited only once: call its function again for a new one";

  test("is found where both are sure to happen", async () => {
    const text =
      "function* w(): Coroutine<number> { return 1; } function* f() { const c = w(); const n = yield* c; return [n, yield* c]; }";
    expect(await findings(text)).toEqual([`2:110: c ${again}`]);
  });

  test.each([
    ["in two branches", "if (x) yield* c; else yield* c;"],
    ["in one branch and after it", "if (x) { yield* c; return; } yield* c;"],
    ["in a variable that gets a new one", "c = w(); yield* c; c = w(); yield* c;"],
  ])("and nothing is said %s", async (_, body) => {
    const keyword = body.startsWith("c =") ? "let c;" : "const c = w();";
    expect(await findings(`function* w() {} function* f(x: boolean) { ${keyword} ${body} }`)).toEqual([]);
  });
});
