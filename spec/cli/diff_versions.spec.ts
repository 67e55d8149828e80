/** `interloop diff-versions`: what is printed where versions part and where they do not, exit codes, and wrong input. */
import { versions } from "interloop";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HEAD, type Result, World } from "./world.js";

const world = new World();
beforeAll(() => {
  const main = (body: string): string =>
    `${HEAD}function* body(): Coroutine<void> { ${body} }\nexport default function* main(): Blocking<void> { yield* asyncio.run(body()); }\n`;
  world.write({
    "alike.ts": main("yield* asyncio.sleep(1);"),
    "waits.ts": main("yield* asyncio.wait_for(asyncio.sleep(0.5), 1);"),
    "broken.ts": main("(undefined as unknown as () => void)(); yield* asyncio.sleep(1);"),
  });
});
afterAll(() => {
  world.remove();
});

function diff(...words: string[]): Promise<Result> {
  return world.call(["diff-versions", ...words], { stdout: { columns: 100, write: () => undefined } });
}

test("two versions that do the same", async () => {
  const stdout = "3.12.1 and 3.13.0: equal\n";
  expect(await diff("waits.ts", "--python", "3.12", "--python", "3.13")).toEqual({ code: 0, stdout, stderr: "" });
});

test("two versions that part: the first event on both sides, what led to it, and the reason", async () => {
  const { code, stdout, stderr } = await diff("waits.ts", "--python", "3.11", "--python", "3.12.1");
  expect([code, stderr]).toEqual([1, ""]);
  expect(stdout).toBe(`3.11.7 and 3.12.1: different from event 6 on
    both: 0.000000000 t0 loop.run <-0 loop="event loop 1"
    both: 0.000000000 t0 loop.select <-0 loop="event loop 1" timeout=0
    both: 0.000000001 t0 ready.run <-2 loop="event loop 1" what="Task-1"
  3.11.7                                          | 3.12.1
  0.000000002 t0 timer.push <-5 loop="event loop  | 0.000000003 t0 timer.push <-5 loop="event loop
  1" what="_release_waiter()" when=1.000000002    | 1" what="_on_timeout()" when=1.000000002
  because of 0.000000001 t0 ready.run <-2 loop="e | because of 0.000000001 t0 ready.run <-2 loop="e
  vent loop 1" what="Task-1"                      | vent loop 1" what="Task-1"
  because of 0.000000000 t0 ready.append <-0 loop | because of 0.000000000 t0 ready.append <-0 loop
  ="event loop 1" what="Task-1"                   | ="event loop 1" what="Task-1"
  reason: in 3.12.1: \`wait_for\` awaits in the calling task, under \`timeout()\`, instead of in a task of its own (gh-96764, waitForInline)
`);
});

test("without versions, each and the next", async () => {
  const { code, stdout } = await diff("alike.ts");
  const title = /^(\S+ and \S+): (equal|different)/gm;
  expect([...stdout.matchAll(title)].map(([, pair]) => pair)).toEqual(
    versions.slice(1).map((version, at) => `${versions[at] ?? ""} and ${version}`),
  );
  expect(code).toBe([...stdout.matchAll(title)].some(([, , verdict]) => verdict === "different") ? 1 : 0);
});

test("--json prints one object", async () => {
  const { code, stdout } = await diff("waits.ts", "--python", "3.11", "--python", "3.12", "--json");
  const { schema, pairs, differences } = JSON.parse(stdout) as Record<string, unknown>;
  expect([code, schema, pairs]).toEqual([1, 1, [["3.11.7", "3.12.1"]]]);
  expect(differences).toMatchObject([{ versions: ["3.11.7", "3.12.1"], reasons: [{ name: "waitForInline" }] }]);
});

test("an error of JavaScript in the scenario is told with its place", async () => {
  const { code, stdout, stderr } = await diff("broken.ts", "--python", "3.11", "--python", "3.12");
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^interloop: an error of JavaScript ended the run\nTypeError: .*\n {4}at .*broken\.ts:2/);
});

describe("wrong input", () => {
  test.each([
    [
      ["waits.ts", "--python", "3.11"],
      "--python names 1 version; give two, such as --python 3.11 --python 3.12, or none",
    ],
    [
      ["waits.ts", "--python", "3.11", "--python", "3.12", "--python", "3.13"],
      "--python names 3 versions; give two, such as --python 3.11 --python 3.12, or none",
    ],
    [
      ["waits.ts", "--python", "3.7"],
      'unknown Python version "3.7": known are 3.8.18, 3.9.18, 3.10.13, 3.11.7, 3.12.1, 3.13.0, 3.14.2',
    ],
    [["waits.ts", "--seed", "x"], '--seed "x": it must be a whole number from 0 to 2^53 - 1'],
    [["waits.ts", "--clock", "fast"], '--clock "fast": it must be linux or frozen'],
    [["none.ts"], "none.ts: there is no such file; name a TypeScript or JavaScript module that exports a scenario"],
    [[], "missing required argument 'file'; see interloop diff-versions --help"],
  ])("%j", async (words, complaint) => {
    const { code, stdout, stderr } = await diff(...words);
    expect([code, stdout, stderr]).toEqual([2, "", `interloop: ${complaint}\n`]);
  });
});
