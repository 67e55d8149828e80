/** The table of public names: what CPython 3.14 documents of four modules, and what of it is here. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "../architecture/sources.js";
import { compile } from "../architecture/undriven.js";
import { leftOut } from "./left_out.js";

/** A name as `names.json` has it: the versions that have it, and those of its members. */
interface Known {
  readonly versions: readonly string[];
  readonly members: Readonly<Record<string, readonly string[]>>;
}

type Module = Readonly<Record<string, Known>>;

/** What is recorded of the interpreters, by module. */
export const known = JSON.parse(readFileSync(join(root, "spec/docs/names.json"), "utf8")) as Readonly<
  Record<string, Module>
>;

/** The names that `interloop` exports as these modules, each with the members of the class. */
export function exported(): Map<string, Map<string, Set<string>>> {
  const program = compile();
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(join(root, "src/index.ts"));
  const facade = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  if (facade === undefined) throw new Error("the compiler does not know src/index.ts");
  const find = (symbol: ts.Symbol, path: readonly string[]): ts.Symbol | undefined => {
    const [name, ...rest] = path;
    if (name === undefined) return symbol;
    const inner = checker.getExportsOfModule(symbol).find((one) => one.name === name);
    return inner === undefined ? undefined : find(resolve(checker, inner), rest);
  };
  return new Map(
    Object.keys(known).map((module) => {
      const symbol = find(facade, module.split("."));
      const names = symbol === undefined ? [] : checker.getExportsOfModule(symbol);
      return [module, new Map(names.flatMap((name) => withMembers(checker, resolve(checker, name), name.name)))];
    }),
  );
}

function resolve(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

/** A name and its members; those of a module below, each behind the module's name. */
function withMembers(checker: ts.TypeChecker, symbol: ts.Symbol, name: string): [string, Set<string>][] {
  if ((symbol.flags & ts.SymbolFlags.ValueModule) !== 0) {
    const inner = checker.getExportsOfModule(symbol);
    return inner.flatMap((one) => withMembers(checker, resolve(checker, one), `${name}.${one.name}`));
  }
  if (refuses(checker, symbol) || isLeftOut(symbol)) return [];
  const members = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol));
  return [[name, new Set(members.filter((member) => !refuses(checker, member)).map((member) => member.name))]];
}

/** Whether it is a function that does nothing but say why it is left out. */
function refuses(checker: ts.TypeChecker, symbol: ts.Symbol): boolean {
  const calls = checker.getTypeOfSymbol(symbol).getCallSignatures();
  return calls.length > 0 && calls.every((call) => (call.getReturnType().flags & ts.TypeFlags.Never) !== 0);
}

/** Whether it is a class that nobody can make an object of. */
function isLeftOut(symbol: ts.Symbol): boolean {
  return symbol.declarations?.[0]?.getSourceFile().fileName.endsWith("/left_out.ts") === true;
}

/** One name, and what is to be said of it. */
export interface Row {
  readonly name: string;
  /** The versions that have it, such as `3.8 – 3.14`. */
  readonly range: string;
  /** Why it is left out; null where it is here. */
  readonly reason: string | null;
  /** Its members that are here, with the versions that have them where these are others than those of the name. */
  readonly members: readonly string[];
  /** Its members that are left out. */
  readonly without: readonly string[];
}

/** All rows of a module; and the names that are neither here nor left out, or both. */
export function rowsOf(
  module: string,
  here: ReadonlyMap<string, ReadonlySet<string>>,
): { rows: Row[]; wrong: string[] } {
  const reasons = new Map(
    (leftOut[module] ?? []).flatMap(([reason, names]) => names.map((name) => [name, reason] as const)),
  );
  const wrong: string[] = [];
  const rows = Object.entries(known[module] ?? {}).map(([name, { versions, members }]) => {
    const there = here.get(name);
    const reason = reasons.get(name) ?? null;
    reasons.delete(name);
    if ((there === undefined) === (reason === null)) wrong.push(`${module}.${name}`);
    const without: string[] = [];
    const withs: string[] = [];
    for (const [member, having] of reason === null ? Object.entries(members) : []) {
      const path = `${name}.${member}`;
      const out = reasons.delete(path);
      if (there?.has(member) === out) wrong.push(`${module}.${path}`);
      const narrower = having.length < versions.length ? ` (${rangeOf(having)})` : "";
      (out ? without : withs).push(`\`${member}\`${narrower}`);
    }
    return { name, range: rangeOf(versions), reason, members: withs, without };
  });
  return { rows, wrong: [...wrong, ...[...reasons.keys()].map((name) => `${module}.${name}: no such name`)] };
}

/** Versions as people write them: from the first to the last. */
function rangeOf(versions: readonly string[]): string {
  const minor = (version = ""): string => version.slice(0, version.lastIndexOf("."));
  const [first, last] = [minor(versions[0]), minor(versions.at(-1))];
  return first === last ? first : `${first} – ${last}`;
}

/** The table of a module, in Markdown: what is here by versions, then what is left out by reason. */
export function tableOf(rows: readonly Row[]): string {
  const here = rows.filter(({ reason }) => reason === null);
  const out = rows.filter(({ reason }) => reason !== null);
  const lines = ["| name | of CPython | here |", "| --- | --- | --- |"];
  const plain = grouped(
    here.filter(({ members, without }) => members.length + without.length === 0),
    "range",
  );
  for (const [range, names] of plain) lines.push(`| ${names.map(code).join(", ")} | ${range} | exact |`);
  for (const { name, range, members, without } of here) {
    if (members.length + without.length === 0) continue;
    const rest = without.length === 0 ? "" : `; left out, as below: ${without.join(", ")}`;
    lines.push(`| ${code(name)}: ${members.join(", ")} | ${range} | exact${rest} |`);
  }
  for (const [reason, names] of grouped(out, "reason")) {
    const ranges = new Set(out.filter((row) => row.reason === reason).map(({ range }) => range));
    const range = ranges.size === 1 ? [...ranges][0] : "";
    lines.push(`| ${names.map(code).join(", ")} | ${range ?? ""} | left out: ${reason} |`);
  }
  return `${lines.join("\n")}\n`;
}

function code(name: string): string {
  return `\`${name}\``;
}

function grouped(rows: readonly Row[], by: "range" | "reason"): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const key = row[by] ?? "";
    groups.set(key, [...(groups.get(key) ?? []), row.name]);
  }
  return groups;
}
