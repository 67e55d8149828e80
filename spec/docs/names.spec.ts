/** The README's table of public names says what is here and what is not, and nothing is missing without a reason. `UPDATE_DOCS=1` writes it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../architecture/sources.js";
import { exported, known, rowsOf, tableOf } from "./names.js";

const file = join(root, "README.md");
const here = exported();
const modules = Object.keys(known);
const tables = modules.map((module) => ({
  module,
  ...rowsOf(module, here.get(module) ?? new Map<string, Set<string>>()),
}));

test("every public name is here, or left out with a reason, and not both", () => {
  expect(tables.flatMap(({ wrong }) => wrong)).toEqual([]);
});

test.each(tables)("the README's table of $module", ({ module, rows }) => {
  const [begin, end] = [`<!-- names of ${module} -->\n`, `<!-- end of names -->`];
  const readme = readFileSync(file, "utf8");
  const at = readme.indexOf(begin);
  expect(at).toBeGreaterThan(0);
  const from = at + begin.length;
  const to = readme.indexOf(end, from);
  const wanted = `
${tableOf(rows)}
`;
  if (process.env["UPDATE_DOCS"] === "1") writeFileSync(file, readme.slice(0, from) + wanted + readme.slice(to));
  else expect(readme.slice(from, to)).toBe(wanted);
});
