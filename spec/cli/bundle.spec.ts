/** Bundling: one script of many modules, and the way back from a place in it to the sources. */
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bundle, bundle } from "../../src/cli/bundle.js";
import { World } from "./world.js";

const world = new World();
let bundled: Bundle;
beforeAll(async () => {
  world.write({
    "main.ts":
      'import { print } from "interloop";\nimport { work } from "./lib/work.js";\nexport default [print, work];\n',
    "lib/work.ts": "// A comment.\nexport function* work(size: number): Generator<number> {\n  yield size * 2;\n}\n",
  });
  bundled = await bundle("main.ts", world.folder, { print: () => undefined });
});
afterAll(() => {
  world.remove();
});

/** Where a text stands in the script, line and column from 1. */
function placeOf(text: string): [number, number] {
  const before = bundled.code.slice(0, bundled.code.indexOf(text)).split("\n");
  return [before.length, (before.at(-1) ?? "").length + 1];
}

test("a place of the script leads to the file, the line and the column where it was written", () => {
  const origin = bundled.origin(...placeOf("size * 2"));
  expect(origin).toEqual({ file: join("lib", "work.ts"), line: 3, column: 9 });
  expect(origin && bundled.textAt(origin)).toBe("size * 2;");
});

test("what nobody wrote has no origin", () => {
  expect(bundled.origin(1, 1)).toBeNull();
  expect(bundled.origin(...placeOf("__interloop__.print"))).toBeNull();
  expect(bundled.textAt({ file: "none.ts", line: 1, column: 1 })).toBe("");
});

test("a function is not given the name that it has anyway, which would cost each execution time", () => {
  expect(bundled.code).toContain("var __name = (target, value) => target.name === value ? target : __defProp(");
});
