/** What would let the world into a run: real time, real chance, real concurrency. Each with what to use instead. */
import ts from "typescript";
import { complaint, type Source, walk } from "./sources.js";

const virtualClock = "read the virtual clock: kernel.readClock()";
const wait = "let the thread wait on the virtual clock: sleepFor() and waitAt() of kernel/wait";
const generators = "write a generator function and let the kernel or a loop drive it";
const bookkeeping =
  "keep it in the interpreter's own lists, which end with the run: garbage collection is not deterministic";
const ownStreams = "write to the simulated stream: interpreter().stdout; only the command line prints";
const byCodeUnit = "compare with < and >, and format with String(): a locale differs from machine to machine";

/** Global names, and names of their properties, that may not be used as values. */
const bannedNames: Readonly<Record<string, string>> = {
  Date: virtualClock,
  performance: virtualClock,
  "Math.random": "let the chooser decide: kernel.choose()",
  crypto: "let the chooser decide: kernel.choose()",
  setTimeout: wait,
  setInterval: wait,
  setImmediate: wait,
  queueMicrotask: wait,
  Atomics: wait,
  Promise: generators,
  fetch: "take what is needed as an argument: a simulation has no network",
  WeakRef: bookkeeping,
  FinalizationRegistry: bookkeeping,
  process: "take what is needed as an option: simulate(scenario, options)",
  console: ownStreams,
  globalThis: "name the thing itself, so that this check can see it",
  require: "write an import at the top of the file",
  eval: "write the code itself",
  Intl: byCodeUnit,
};

/** Methods that may not be called on anything. */
const bannedMethods: Readonly<Record<string, string>> = {
  localeCompare: byCodeUnit,
  toLocaleString: byCodeUnit,
  toLocaleLowerCase: byCodeUnit,
  toLocaleUpperCase: byCodeUnit,
};

/** Every use of what is banned in a file, as complaints. A name that the file declares or imports itself is its own. */
export function bannedUses(source: Source): string[] {
  const own = declaredNames(source);
  const found: string[] = [];
  const report = (node: ts.Node, name: string, instead: string): void => {
    found.push(complaint(source, node.getStart(), `${name} is banned here; ${instead}`));
  };
  walk(source.tree, (node) => {
    const keyword = bannedKeyword(node);
    if (keyword !== undefined) report(node, keyword, generators);
    const name = bannedName(node, own);
    const instead = name === undefined ? undefined : (bannedNames[name] ?? bannedMethods[name]);
    if (name !== undefined && instead !== undefined) report(node, name, instead);
  });
  return found;
}

function bannedKeyword(node: ts.Node): string | undefined {
  if (ts.isFunctionLike(node) && ts.canHaveModifiers(node)) {
    const modifiers = ts.getModifiers(node) ?? [];
    if (modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword)) return "an async function";
  }
  if (ts.isAwaitExpression(node)) return "await";
  if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return "for await";
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return "import()";
  return undefined;
}

/** The banned name that a node uses as a value, if it does. */
function bannedName(node: ts.Node, own: ReadonlySet<string>): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const method = node.name.text;
    if (Object.hasOwn(bannedMethods, method)) return method;
    if (!ts.isIdentifier(node.expression) || own.has(node.expression.text)) return undefined;
    const name = `${node.expression.text}.${method}`;
    return Object.hasOwn(bannedNames, name) ? name : undefined;
  }
  if (!ts.isIdentifier(node) || own.has(node.text) || !isGlobalValue(node)) return undefined;
  return Object.hasOwn(bannedNames, node.text) ? node.text : undefined;
}

/** Whether an identifier stands for a value that comes from outside: not a property's name, not part of a type. */
function isGlobalValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isTypeNode(parent) && !ts.isExpressionWithTypeArguments(parent)) return ts.isTypeQueryNode(parent);
  if (ts.isQualifiedName(parent) || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
  const isName = "name" in parent && parent.name === node;
  return !isName;
}

/** The names that a file imports or declares, anywhere in it. */
function declaredNames(source: Source): ReadonlySet<string> {
  const names = new Set<string>();
  walk(source.tree, (node) => {
    const declares =
      ts.isImportSpecifier(node) ||
      ts.isImportClause(node) ||
      ts.isNamespaceImport(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isBindingElement(node) ||
      ts.isParameter(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isEnumDeclaration(node);
    if (declares && node.name !== undefined && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}
