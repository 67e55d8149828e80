/** Who imports whom: the edges of the house, the loops in it, and the files that nothing leads to. */
import { posix } from "node:path";
import ts from "typescript";
import { type Source, walk } from "./sources.js";

/** One `import`, `export … from` or `import()`. */
export interface Import {
  readonly specifier: string;
  /** Where it stands in the text. */
  readonly position: number;
}

/** All imports of a file, in order. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  walk(source.tree, (node) => {
    const specifier = specifierOf(node);
    if (specifier !== undefined && ts.isStringLiteralLike(specifier)) {
      found.push({ specifier: specifier.text, position: specifier.getStart() });
    }
  });
  return found;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  return undefined;
}

/** The path of the file that a relative import names; `undefined` for a package or a Node module. */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts");
}

/** For each file, the files that it imports. */
export function importGraph(sources: readonly Source[]): Map<string, string[]> {
  const known = new Set(sources.map((source) => source.path));
  return new Map(
    sources.map((source) => {
      const targets = importsOf(source).map((found) => resolveImport(source.path, found.specifier));
      return [source.path, targets.filter((target) => target !== undefined && known.has(target)) as string[]];
    }),
  );
}

/** The files that `entries` lead to, themselves included. */
export function reachable(graph: ReadonlyMap<string, readonly string[]>, entries: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const open = [...entries];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    open.push(...(graph.get(path) ?? []));
  }
  return seen;
}

/** The files of the project that no entry leads to, as complaints. */
export function deadFiles(sources: readonly Source[], entries: readonly string[]): string[] {
  const alive = reachable(importGraph(sources), entries);
  return sources
    .filter((source) => !alive.has(source.path))
    .map(
      (source) =>
        `${source.path}: no entry of package.json leads to this file: import it where it is used, or delete it`,
    );
}

/** Import cycles that cross from one room into another, each once, as complaints. */
export function cyclesBetweenRooms(sources: readonly Source[], roomOf: (path: string) => string): string[] {
  const graph = importGraph(sources);
  const rooms = new Set(sources.map((source) => roomOf(source.path)));
  const reach = new Map(sources.map((source) => [source.path, reachable(graph, graph.get(source.path) ?? [])]));
  const complaints = new Set<string>();
  for (const [from, targets] of reach) {
    if (rooms.size < 2 || !targets.has(from)) continue;
    const circle = [...targets].filter((other) => reach.get(other)?.has(from)).sort();
    if (new Set(circle.map(roomOf)).size < 2) continue;
    complaints.add(`import cycle between rooms: ${circle.join(", ")}`);
  }
  return [...complaints].sort();
}
