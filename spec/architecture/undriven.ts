/**
 * Calls that were never driven. A generator that nobody runs does nothing, so `print("x");` without `yield*` is lost without a sound;
 * it compiles, and only a type-aware look finds it before the run does. A call that is dropped on purpose is written `void f()`.
 */
import { join, relative, sep } from "node:path";
import ts from "typescript";
import { root } from "./sources.js";

/** The types that a driven generator yields, with the folder that exports them. */
const yieldedTypes = [
  { name: "Syscall", folder: "src/kernel/" },
  { name: "Await", folder: "src/" },
];

const iteratorTypes = new Set(["Generator", "IterableIterator", "Iterable", "Iterator", "IteratorObject"]);

/**
 * The project's TypeScript files as the compiler sees them.
 * @param extra - further files that exist only here, as path and text
 */
export function compile(extra: Readonly<Record<string, string>> = {}): ts.Program {
  const file = join(root, "tsconfig.json");
  const config = ts.getParsedCommandLineOfConfigFile(
    file,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
  );
  if (config === undefined) throw new Error(`cannot read ${file}`);
  const virtual = new Map(Object.entries(extra).map(([path, text]) => [join(root, path), text]));
  const host = ts.createCompilerHost(config.options, true);
  const disk = { ...host };
  host.fileExists = (name) => virtual.has(name) || disk.fileExists(name);
  host.readFile = (name) => virtual.get(name) ?? disk.readFile(name);
  host.getSourceFile = (name, options) => {
    const text = virtual.get(name);
    return text === undefined ? disk.getSourceFile(name, options) : ts.createSourceFile(name, text, options, true);
  };
  const names = config.fileNames.filter((name) => name.endsWith(".ts"));
  return ts.createProgram([...names, ...virtual.keys()], config.options, host);
}

function fail(diagnostic: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
}

/** For each file of the project, its calls that were never driven, as complaints. */
export function undrivenCalls(program: ts.Program): Map<string, string[]> {
  const checker = program.getTypeChecker();
  const driven = findYieldedTypes(program, checker);
  const found = new Map<string, string[]>();
  for (const tree of program.getSourceFiles()) {
    const path = relative(root, tree.fileName).split(sep).join("/");
    if (path.startsWith("..") || path.includes("node_modules/")) continue;
    found.set(path, undrivenIn(tree, path, checker, driven));
  }
  return found;
}

function findYieldedTypes(program: ts.Program, checker: ts.TypeChecker): ts.Type[] {
  return yieldedTypes.map(({ name, folder }) => {
    for (const tree of program.getSourceFiles()) {
      if (!tree.fileName.startsWith(join(root, folder))) continue;
      const module = checker.getSymbolAtLocation(tree);
      const symbol = module?.exports?.get(ts.escapeLeadingUnderscores(name));
      if (symbol !== undefined && (symbol.flags & ts.SymbolFlags.Type) !== 0)
        return checker.getDeclaredTypeOfSymbol(symbol);
    }
    throw new Error(`no file of ${folder} exports the type ${name}, which this check looks for`);
  });
}

function undrivenIn(tree: ts.SourceFile, path: string, checker: ts.TypeChecker, driven: readonly ts.Type[]): string[] {
  const complaints: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const expression of droppedExpressions(node, checker)) {
      if (!isDriven(checker.getTypeAtLocation(expression), checker, driven)) continue;
      const line = tree.getLineAndCharacterOfPosition(expression.getStart(tree)).line + 1;
      complaints.push(
        `${path}:${String(line)}: ${firstLine(expression.getText(tree))} is never run: write yield* before it`,
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return complaints;
}

function firstLine(text: string): string {
  const [line = "", ...rest] = text.split("\n");
  return rest.length === 0 ? line : `${line} …`;
}

/** The expressions whose value a node drops: a statement's own, and the body of an arrow function that should return nothing. */
function droppedExpressions(node: ts.Node, checker: ts.TypeChecker): ts.Expression[] {
  if (ts.isExpressionStatement(node)) return lastParts(node.expression);
  if (!ts.isArrowFunction(node) || ts.isBlock(node.body)) return [];
  const signatures = checker.getContextualType(node)?.getCallSignatures() ?? [];
  const returnsNothing = signatures.some((signature) => (signature.getReturnType().flags & ts.TypeFlags.Void) !== 0);
  return returnsNothing ? lastParts(node.body) : [];
}

/** The parts of an expression that may be its value or are thrown away: both branches, both sides of a comma. */
function lastParts(expression: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(expression)) return lastParts(expression.expression);
  if (ts.isConditionalExpression(expression)) {
    return [...lastParts(expression.whenTrue), ...lastParts(expression.whenFalse)];
  }
  if (ts.isBinaryExpression(expression)) {
    const { operatorToken, left, right } = expression;
    if (operatorToken.kind === ts.SyntaxKind.CommaToken) return [...lastParts(left), ...lastParts(right)];
    // The value of an assignment is kept, so nothing is dropped.
    return isAssignment(operatorToken.kind) ? [] : lastParts(right);
  }
  return ts.isYieldExpression(expression) || ts.isVoidExpression(expression) ? [] : [expression];
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/** Whether a value has to be driven with `yield*`: it yields what only the kernel or a loop can answer, and is not running yet. */
function isDriven(type: ts.Type, checker: ts.TypeChecker, driven: readonly ts.Type[]): boolean {
  if (type.isUnion()) return type.types.some((part) => isDriven(part, checker, driven));
  // A future can be awaited, but what it stands for runs already, or is somebody else's to run.
  if (type.getProperty("add_done_callback") !== undefined) return false;
  const yielded = yieldedBy(type, checker);
  if (yielded === undefined) return false;
  const parts = yielded.isUnion() ? yielded.types : [yielded];
  return parts.some((part) => {
    if ((part.flags & (ts.TypeFlags.Any | ts.TypeFlags.Never)) !== 0) return false;
    return driven.some((wanted) => checker.isTypeAssignableTo(part, wanted));
  });
}

/** What iterating over a value yields; `undefined` when it is not iterable. */
function yieldedBy(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  const shape = checker.getApparentType(type);
  if (iteratorTypes.has(shape.getSymbol()?.name ?? "")) return checker.getTypeArguments(shape as ts.TypeReference)[0];
  const method = checker.getPropertiesOfType(shape).find((property) => property.name.startsWith("__@iterator"));
  if (method === undefined) return undefined;
  const iterator = checker.getTypeOfSymbol(method).getCallSignatures()[0]?.getReturnType();
  if (iterator === undefined || !iteratorTypes.has(iterator.getSymbol()?.name ?? "")) return undefined;
  return checker.getTypeArguments(iterator as ts.TypeReference)[0];
}
