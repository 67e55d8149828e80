/** Words and marks that are left behind in a hurry: notes to self, silenced tools, `any`, skipped specs. */
import ts from "typescript";
import { complaint, type Source, walk } from "./sources.js";

/** A spec that is skipped because Interloop differs from CPython here, on purpose. */
export interface KnownDifference {
  /** The spec file, from the project's folder. */
  readonly file: string;
  /** The spec's title. */
  readonly title: string;
  /** The sentence of the README that tells users; spaces and line ends count alike. */
  readonly readme: string;
}

interface Mark {
  readonly pattern: RegExp;
  readonly message: string;
}

/** What no comment may say. */
const marks: readonly Mark[] = [
  { pattern: /\b(?:TODO|FIXME|XXX)\b/, message: "a note to self: do it, or open an issue" },
  {
    pattern: /@ts-(?:ignore|nocheck)\b/,
    message: "a silenced compiler: mend the type, or expect the error where a spec is about it",
  },
  { pattern: /eslint-disable(?!.* -- \S)/, message: "a silenced rule without its reason: write `-- why` after it" },
];

/** Leftover marks in comments, and the type `any`, as complaints. */
export function leftovers(source: Source): string[] {
  const found: { readonly position: number; readonly message: string }[] = [];
  for (const { text, position } of commentsOf(source)) {
    for (const { pattern, message } of marks) if (pattern.test(text)) found.push({ position, message });
  }
  walk(source.tree, (node) => {
    if (node.kind !== ts.SyntaxKind.AnyKeyword) return;
    found.push({ position: node.getStart(), message: "the type any: say what it is, or unknown" });
  });
  return found
    .sort((a, b) => a.position - b.position)
    .map(({ position, message }) => complaint(source, position, message));
}

interface Comment {
  readonly text: string;
  readonly position: number;
}

/** All comments of a file. A comment stands before a token, so every token is asked. */
function commentsOf(source: Source): Comment[] {
  const found = new Map<number, Comment>();
  const visit = (node: ts.Node): void => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(source.text, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(source.text, node.pos) ?? []),
    ];
    for (const { pos, end } of ranges) found.set(pos, { text: source.text.slice(pos, end), position: pos });
    for (const child of node.getChildren(source.tree)) visit(child);
  };
  visit(source.tree);
  return [...found.values()];
}

const runners = new Set(["test", "it", "describe", "suite", "bench"]);
const skips = new Set(["skip", "todo", "fails"]);

/** Specs that run alone, and specs that do not run or may fail without being known differences, as complaints. */
export function unrunSpecs(specs: readonly Source[], known: readonly KnownDifference[], readme: string): string[] {
  const told = readme.replace(/\s+/g, " ");
  const shown = new Set<KnownDifference>();
  const complaints: string[] = [];
  for (const spec of specs) {
    walk(spec.tree, (node) => {
      if (!ts.isPropertyAccessExpression(node) || !startsAtRunner(node)) return;
      const { text } = node.name;
      if (text === "only")
        complaints.push(complaint(spec, node.getStart(), "`.only` keeps all other specs from running"));
      if (!skips.has(text)) return;
      const title = titleOf(node);
      const difference = known.find((entry) => entry.file === spec.path && entry.title === title);
      if (difference !== undefined) shown.add(difference);
      else
        complaints.push(
          complaint(spec, node.getStart(), `\`.${text}\` of a spec that spec/known_differences.ts does not list`),
        );
    });
  }
  for (const entry of known) {
    if (!shown.has(entry))
      complaints.push(`spec/known_differences.ts: no skipped spec '${entry.title}' in ${entry.file}`);
    if (told.includes(entry.readme.replace(/\s+/g, " "))) continue;
    complaints.push(`spec/known_differences.ts: the README does not say: ${entry.readme}`);
  }
  return complaints;
}

/** Whether a chain such as `test.concurrent.skip` begins with one of vitest's functions. */
function startsAtRunner(node: ts.PropertyAccessExpression): boolean {
  let first: ts.Node = node.expression;
  while (ts.isPropertyAccessExpression(first) || ts.isCallExpression(first)) first = first.expression;
  return ts.isIdentifier(first) && runners.has(first.text);
}

/** The title given to the call that a chain ends in. */
function titleOf(node: ts.Node): string | undefined {
  let outer = node.parent;
  while (ts.isPropertyAccessExpression(outer) || (ts.isCallExpression(outer) && ts.isCallExpression(outer.parent))) {
    outer = outer.parent;
  }
  const title = ts.isCallExpression(outer) ? outer.arguments[0] : undefined;
  return title !== undefined && ts.isStringLiteralLike(title) ? title.text : undefined;
}
