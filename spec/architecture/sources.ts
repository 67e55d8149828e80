/** The project's own files, as text and as syntax trees. Every check is a function from these to a list of complaints. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The folder of the project's package.json. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** One TypeScript file. */
export interface Source {
  /** From the project's folder, with forward slashes: `src/kernel/kernel.ts`. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** Parses a text as if it were the file at `path`. */
export function parse(path: string, text: string): Source {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

/** The TypeScript files below a folder of the project, sorted by path; none when there is no such folder. */
export function readSources(folder: string): Source[] {
  return filesBelow(join(root, folder))
    .map((file) => relative(root, file).split(sep).join(posix.sep))
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .map((path) => parse(path, readFileSync(join(root, path), "utf8")));
}

/** All files below a folder, with their paths; none when there is no such folder. */
export function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** A complaint, in the form that editors and terminals make clickable. */
export function complaint(source: Source, position: number, message: string): string {
  const line = source.tree.getLineAndCharacterOfPosition(position).line + 1;
  return `${source.path}:${String(line)}: ${message}`;
}

/** Calls `visit` for each node of a tree, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => {
    walk(child, visit);
  });
}
