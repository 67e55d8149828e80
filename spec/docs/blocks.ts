/** The code blocks of a Markdown document, to be run and to be written anew. */

/** One fenced block. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** What an HTML comment before the block says of it: `file: …` or `prints`; empty without one. */
  readonly mark: string;
  /** The number of its first line after the fence, from 1. */
  readonly line: number;
}

const FENCE = /^```(?<language>\w*)$/;
const MARK = /^<!-- (?<mark>.*) -->$/;

/** All fenced blocks of a document, in order. */
export function blocksOf(document: string): Block[] {
  const blocks: Block[] = [];
  let open: { language: string; line: number; mark: string; lines: string[] } | null = null;
  let mark = "";
  for (const [at, line] of document.split("\n").entries()) {
    if (open !== null) {
      if (line === "```") {
        blocks.push({ language: open.language, text: open.lines.join("\n"), mark: open.mark, line: open.line });
        open = null;
      } else open.lines.push(line);
      continue;
    }
    const language = FENCE.exec(line)?.groups?.["language"];
    if (language !== undefined) {
      open = { language, line: at + 2, mark, lines: [] };
      mark = "";
    } else if (line !== "") mark = MARK.exec(line)?.groups?.["mark"] ?? "";
  }
  if (open !== null) throw new Error(`the block that begins on line ${String(open.line - 1)} has no end`);
  return blocks;
}

/** The document with other texts in some of its blocks. */
export function withTexts(document: string, texts: ReadonlyMap<Block, string>): string {
  const lines = document.split("\n");
  const latest = [...texts].sort(([a], [b]) => b.line - a.line);
  for (const [block, text] of latest) {
    const length =
      block.text === "" ? lines.indexOf("```", block.line - 1) - (block.line - 1) : block.text.split("\n").length;
    lines.splice(block.line - 1, length, ...(text === "" ? [] : text.split("\n")));
  }
  return lines.join("\n");
}
