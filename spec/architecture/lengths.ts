/** The length ratchet: a function is at most a screen long, a file fits in one head. */
import ts from "typescript";
import { complaint, type Source, walk } from "./sources.js";

export const maxFunctionLines = 70;
export const maxFileLines = 400;

/**
 * What may be longer, as `path` or `path#function`, each with its reason. It can only shrink: an entry that is not needed
 * any more is a complaint.
 */
export const mayBeLonger: Readonly<Record<string, string>> = {};

/** Functions and files that are too long, and exemptions that are not needed, as complaints. */
export function tooLong(sources: readonly Source[], exempt: Readonly<Record<string, string>>): string[] {
  const used = new Set<string>();
  const complaints = sources
    .flatMap((source) => [...longFile(source), ...longFunctions(source)])
    .filter((found) => {
      if (Object.hasOwn(exempt, found.key)) used.add(found.key);
      return !Object.hasOwn(exempt, found.key);
    });
  const stale = Object.keys(exempt).filter((key) => !used.has(key));
  return [
    ...complaints.map((found) => found.message),
    ...stale.map((key) => `${key}: is short enough by now: take it off the list in spec/architecture/lengths.ts`),
  ];
}

interface Found {
  readonly key: string;
  readonly message: string;
}

function longFile(source: Source): Found[] {
  const lines = source.text.replace(/\n$/, "").split("\n").length;
  if (lines <= maxFileLines) return [];
  return [
    { key: source.path, message: `${source.path}: ${String(lines)} lines; a file has at most ${String(maxFileLines)}` },
  ];
}

function longFunctions(source: Source): Found[] {
  const found: Found[] = [];
  walk(source.tree, (node) => {
    if (!ts.isFunctionLike(node) || !("body" in node) || node.body === undefined) return;
    const first = source.tree.getLineAndCharacterOfPosition(node.getStart()).line;
    const lines = source.tree.getLineAndCharacterOfPosition(node.end).line - first + 1;
    if (lines <= maxFunctionLines) return;
    const name = functionName(node);
    const message = `${name} has ${String(lines)} lines; a function has at most ${String(maxFunctionLines)}`;
    found.push({ key: `${source.path}#${name}`, message: complaint(source, node.getStart(), message) });
  });
  return found;
}

/** `Kernel.step`, `sleep`; for a function without a name, that of the variable or property that holds it. */
function functionName(node: ts.SignatureDeclaration): string {
  const own = node.name ?? ("name" in node.parent ? node.parent.name : undefined);
  const name = own?.getText() ?? (ts.isConstructorDeclaration(node) ? "constructor" : "an anonymous function");
  const owner = ts.isClassLike(node.parent) ? node.parent.name?.text : undefined;
  return owner === undefined ? name : `${owner}.${name}`;
}
