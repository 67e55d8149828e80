/** The lint's tables of what must be driven say what the compiler sees of the package. */
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { drivenFunctions, drivenMethods, makers } from "../../src/cli/driven.js";
import { root } from "../architecture/sources.js";
import { compile } from "../architecture/undriven.js";

const program = compile();
const checker = program.getTypeChecker();

/** What users can reach: functions and classes, each by the path under which they do. */
interface Reachable {
  readonly functions: Map<string, ts.Type>;
  readonly classes: Map<string, ts.Symbol>;
}

function reachable(): Reachable {
  const facade = program.getSourceFile(join(root, "src/index.ts"));
  const module = facade === undefined ? undefined : checker.getSymbolAtLocation(facade);
  if (module === undefined) throw new Error("the compiler does not know src/index.ts");
  const found: Reachable = { functions: new Map(), classes: new Map() };
  const visit = (symbol: ts.Symbol, path: string): void => {
    const target = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
    if ((target.flags & ts.SymbolFlags.ValueModule) !== 0) {
      for (const inner of checker.getExportsOfModule(target))
        visit(inner, path === "" ? inner.name : `${path}.${inner.name}`);
    } else if ((target.flags & ts.SymbolFlags.Class) !== 0) found.classes.set(path, target);
    else if ((target.flags & ts.SymbolFlags.Value) !== 0) found.functions.set(path, checker.getTypeOfSymbol(target));
  };
  visit(module, "");
  return found;
}

const { functions, classes } = reachable();

/** What the calls of a function return, as the compiler writes it. */
function returned(type: ts.Type): string[] {
  return type.getCallSignatures().map((signature) => {
    return checker.typeToString(signature.getReturnType(), undefined, ts.TypeFormatFlags.NoTruncation);
  });
}

/** Whether one of them is something that a thread or a task has to run. */
function isDriven(type: ts.Type): boolean {
  return returned(type).some((text) => /^(?:Blocking|Coroutine)<|^Generator<.*\bOperation\b/.test(text));
}

/** The methods of a class that must be driven; a getter of a coroutine that was made elsewhere is none. */
function drivenMethodsOf(cls: ts.Symbol): string[] {
  return checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(cls))
    .filter(({ name }) => /^[a-z]/.test(name) && name !== "get_coro")
    .filter((property) => isDriven(checker.getTypeOfSymbol(property)))
    .map(({ name }) => name)
    .sort();
}

test("the functions", () => {
  const driven = [...functions].filter(([, type]) => isDriven(type)).map(([path]) => path);
  expect([...drivenFunctions]).toEqual(driven.sort());
});

test("the methods, class by class", () => {
  // The kernel is for strategies of one's own; no scenario calls it.
  const listed = [...classes].filter(([path]) => path !== "Kernel");
  const driven = listed
    .map(([path, cls]) => [path, drivenMethodsOf(cls)] as const)
    .filter(([, names]) => names.length > 0);
  expect(drivenMethods).toEqual(Object.fromEntries(driven));
});

test("the functions that return an object with such methods", () => {
  const withMethods = [...classes].filter(([path]) => Object.hasOwn(drivenMethods, path));
  // A class with several names has the first of them.
  const byName = new Map(withMethods.reverse().map(([path, cls]) => [cls.name, path]));
  const found = [...functions].flatMap(([path, type]) => {
    const [text = ""] = returned(type);
    // `Blocking<Future<…>>` gives a future when it is driven. asyncio's Future has the same name and no such methods.
    const [, driven, name = ""] = /^(Blocking<)?(\w+)(?!.*\[\]$)/.exec(text) ?? [];
    const cls = path.includes("._") ? undefined : byName.get(name);
    return cls === undefined || (name === "Future" && driven === undefined) ? [] : [[path, cls] as const];
  });
  expect(makers).toEqual(Object.fromEntries(found));
});
