/** The house: its rooms, and which room may import which. Arrows point down only. */
import { builtinModules } from "node:module";
import ts from "typescript";
import { importsOf, resolveImport } from "./imports.js";
import { complaint, type Source, walk } from "./sources.js";

/** What every mirrored room stands on. */
const floor = ["kernel", "interpreter", "builtins"];

/**
 * For each room, the rooms and packages that it may import; `node` stands for Node's own modules and `*` for everything.
 * A room is a folder or a file directly under `src`; `concurrent` has one room, `concurrent/futures`.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  // An interpreter holds exceptions, and builtins write to its streams: one floor, on which no cycle of files is allowed either.
  interpreter: ["kernel", "builtins"],
  builtins: ["kernel", "interpreter"],
  sys: floor,
  time: floor,
  types: floor,
  functools: floor,
  contextlib: floor,
  contextvars: floor,
  gc: floor,
  heapq: floor,
  threading: [...floor, "time", "contextvars"],
  queue: [...floor, "time", "heapq", "threading"],
  "concurrent/futures": [...floor, "time", "threading", "queue"],
  signal: floor,
  asyncio: [...floor, "time", "functools", "signal", "contextvars", "heapq", "threading", "concurrent/futures"],
  trace: ["kernel", "immer"],
  run: [...floor, "time", "contextvars", "threading", "trace"],
  simulate: ["kernel", "trace", "run", "explore"],
  explore: ["kernel", "trace", "run", "fast-check"],
  report: ["trace"],
  // It runs another interpreter, not this one: of `interpreter` it needs the list of versions alone. Its searches are those of `explore`.
  bridge: ["kernel", "interpreter", "trace", "explore", "node"],
  // It runs both sides, and so it waits for the other one.
  judge: ["kernel", "builtins", "interpreter", "trace", "explore", "run", "bridge"],
  testing: ["kernel", "trace", "run", "simulate", "explore", "fast-check", "vitest"],
  index: [
    ...floor,
    ...[
      "sys",
      "signal",
      "time",
      "types",
      "functools",
      "contextlib",
      "contextvars",
      "gc",
      "heapq",
      "threading",
      "queue",
      "concurrent/futures",
      "asyncio",
    ],
    ...["trace", "run", "simulate", "explore", "judge", "report", "testing"],
  ],
  cli: ["*"],
};

/** Words that a room may not even say, in names and texts. */
const neverNames: Readonly<Record<string, string>> = {
  explore: "asyncio",
  report: "asyncio",
  bridge: "asyncio",
  asyncio: "explore",
};

/** The room of a file: `src/asyncio/tasks.ts` is in `asyncio`, `src/time.ts` in `time`. */
export function roomOf(path: string): string {
  const [, first = ""] = path.replace(/\.ts$/, "").split("/");
  return first === "concurrent" ? "concurrent/futures" : first;
}

/** Files that stand outside every room, and imports that go up or sideways, as complaints. */
export function wrongImports(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const room = roomOf(source.path);
    const allowed = mayImport[room];
    if (allowed === undefined) {
      return [
        `${source.path}: there is no room '${room}': add it to mayImport in spec/architecture/rooms.ts, with what it may import`,
      ];
    }
    if (allowed.includes("*")) return [];
    return importsOf(source).flatMap(({ specifier, position }) => {
      const target = targetOf(source.path, specifier);
      if (target === room || allowed.includes(target)) return [];
      const list = allowed.length === 0 ? "nothing" : allowed.join(", ");
      return [
        complaint(source, position, `'${room}' must not import '${target}' (${specifier}); it may import ${list}`),
      ];
    });
  });
}

/** The room, the package or `node` that an import leads to. */
function targetOf(from: string, specifier: string): string {
  const path = resolveImport(from, specifier);
  if (path !== undefined) return roomOf(path);
  if (specifier.startsWith("node:") || builtinModules.includes(specifier)) return "node";
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Names and texts in which a room says a word that is none of its business, as complaints. */
export function wrongNames(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const room = roomOf(source.path);
    const word = neverNames[room];
    if (word === undefined) return [];
    const pattern = new RegExp(`\\b${word}\\b`);
    const found: string[] = [];
    walk(source.tree, (node) => {
      const isText = ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node);
      if (isText && pattern.test(node.text)) {
        found.push(complaint(source, node.getStart(), `'${room}' must not name '${word}'`));
      }
    });
    return found;
  });
}

/** Anything in the façade that is not an import or an export of something made elsewhere, as complaints. */
export function facadeCode(facade: Source): string[] {
  return facade.tree.statements
    .filter((statement) => !ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement))
    .map((statement) => complaint(facade, statement.getStart(), "the façade only re-exports: move this into a room"));
}
