/**
 * Nothing in the README can be wrong unnoticed: every block of code is run, its output compared and its types checked. `UPDATE_DOCS=1 npx vitest run
 * spec/docs.spec.ts` writes what came out into the README.
 */
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import { build } from "esbuild";
import { defaultVersion } from "interloop";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile } from "./architecture/undriven.js";
import { root } from "./architecture/sources.js";
import { interpreters } from "./bridge/live.js";
import { World } from "./cli/world.js";
import { type Block, blocksOf, withTexts } from "./docs/blocks.js";

const updating = process.env["UPDATE_DOCS"] === "1";
const file = join(root, "README.md");
const readme = readFileSync(file, "utf8");
const blocks = blocksOf(readme);
const world = new World();
/** The first line of a block that is a file. */
const NAMED = /^(?:\/\/|#) (\S+\.(?:ts|py))\n/;
/** Blocks that run Python show one version of it. */
const shownPython = interpreters.some(({ version }) => version === defaultVersion);
if (!shownPython)
  process.stdout.write(`No CPython ${defaultVersion} was found: blocks of the README that run Python were left out.\n`);
/** What the blocks should say, where that is not what they do say. */
const right = new Map<Block, string>();

beforeAll(() => {
  symlinkSync(join(root, "traces"), join(world.folder, "traces"), "junction");
  for (const { language, text } of blocks) {
    const name = language === "ts" || language === "python" ? NAMED.exec(text)?.[1] : undefined;
    if (name !== undefined) world.write({ [name]: text });
  }
});
afterAll(() => {
  world.remove();
  if (updating) writeFileSync(file, withTexts(readme, right));
});

/** A command that runs Python. */
const PYTHON = /^\$ npx interloop (?:py|check) /m;

/** How long a search took is nobody's promise. */
function withoutDurations(text: string): string {
  return text.replace(/(executions?), \d+\.\d s$/gm, "$1, 0.0 s");
}

/** Compares a block with what it should say, or takes note of that. */
function judge(block: Block, text: string): void {
  const wanted = text.replace(/\n+$/, "");
  if (!updating) expect(withoutDurations(block.text)).toBe(withoutDurations(wanted));
  else if (withoutDurations(block.text) !== withoutDurations(wanted)) right.set(block, wanted);
}

/** The words of a command line, as a shell splits it. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

const started = performance.now();

/** A block of commands, each with what it prints on both streams. */
async function session(block: Block): Promise<string> {
  const commands = block.text.split("\n").filter((line) => line.startsWith("$ "));
  let text = "";
  for (const command of commands) {
    const [npx, interloop, ...argv] = wordsOf(command.slice(2));
    expect([npx, interloop]).toEqual(["npx", "interloop"]);
    const now = (): number => (performance.now() - started) / 1000;
    const { stdout, stderr } = await world.call(argv, { command: "npx interloop", now });
    text += `${command}\n${stdout}${stderr}`;
  }
  return text;
}

/** What a program that uses the library prints. */
async function printed(program: string): Promise<string> {
  const result = await build({
    stdin: { contents: program, loader: "ts", resolveDir: root, sourcefile: "README.md.ts" },
    alias: { interloop: join(root, "src/index.ts") },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
  });
  const lines: string[] = [];
  const log = (...values: unknown[]): number => lines.push(values.map(String).join(" "));
  const run = compileFunction(result.outputFiles[0]?.text ?? "", ["require", "module", "console"]) as (
    ...args: unknown[]
  ) => void;
  run(createRequire(file), { exports: {} }, { log });
  return lines.join("\n");
}

describe("each block of the README", () => {
  test("is of a kind that is checked", () => {
    const kinds = new Set(blocks.map(({ language, mark }) => `${language} ${mark.replace(/:.*/, "")}`.trim()));
    expect([...kinds].sort()).toEqual(["console", "python", "sh", "text", "ts", "ts file", "ts prints"]);
    expect(
      blocks.filter(({ language, text, mark }) => /^(?:ts|python)$/.test(language) && mark === "" && !NAMED.test(text)),
    ).toEqual([]);
  });

  test.each(blocks.filter(({ language, text }) => language === "console" && (shownPython || !PYTHON.test(text))))(
    "prints what it says: line $line",
    async (block) => {
      judge(block, await session(block));
    },
  );

  test.each(blocks.filter(({ mark }) => mark.startsWith("file: ")))(
    "is the file that it names: line $line",
    (block) => {
      judge(block, readFileSync(join(root, block.mark.slice("file: ".length)), "utf8"));
    },
  );

  test.each(blocks.filter(({ mark }) => mark === "prints"))("prints the block after it: line $line", async (block) => {
    const after = blocks[blocks.indexOf(block) + 1];
    expect(after?.language).toBe("text");
    judge(after as Block, await printed(block.text));
  });

  test("is right in its types", () => {
    const programs = blocks.filter(({ language }) => language === "ts");
    const virtual = programs.map(({ line, text }) => [`spec/readme_line_${String(line)}.ts`, text] as const);
    const program = compile(Object.fromEntries(virtual));
    const complaints = virtual.flatMap(([path]) => {
      const tree = program.getSourceFile(join(root, path));
      return [...program.getSyntacticDiagnostics(tree), ...program.getSemanticDiagnostics(tree)].map((diagnostic) => {
        return `${path}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")}`;
      });
    });
    expect([programs.length > 0, complaints]).toEqual([true, []]);
  });

  test("of shell commands calls scripts that there are", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const shell = blocks.filter(({ language }) => language === "sh").map(({ text }) => text);
    expect(shell).toEqual([
      "npm ci && npx interloop run traces/run_coroutine_threadsafe/scenario.ts",
      "npm ci && npm test",
    ]);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["test", "prepare"]));
  });
});

describe.each(["kernel", "interpreter", "trace", "explore", "bridge", "judge", "cli"])("the README of %s", (room) => {
  const text = readFileSync(join(root, "src", room, "README.md"), "utf8");

  test("fits on one screen", () => {
    expect(text.split("\n").length - 1).toBeLessThanOrEqual(30);
  });

  test("has a row for every file, and for no other but folders", () => {
    const rows = text.split("\n").filter((line) => line.startsWith("| `"));
    const named = rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(named.filter((name) => !name?.endsWith("/")).sort()).toEqual(
      readdirSync(join(root, "src", room))
        .filter((name) => name.endsWith(".ts"))
        .sort(),
    );
  });
});

describe("the reference of the command line", () => {
  test("names every option of every command", async () => {
    const flags = new Set<string>();
    const commands = ["run", "explore", "replay", "py run", "py explore", "py replay", "check"];
    for (const command of commands) {
      const { code, stdout } = await world.call([...command.split(" "), "--help"]);
      expect(code).toBe(0);
      for (const [flag] of stdout.matchAll(/--[a-z-]+/g)) flags.add(flag);
    }
    flags.delete("--help");
    expect(flags.size).toBeGreaterThan(15);
    expect([...flags].filter((flag) => !readme.includes(`\`${flag}`) && !readme.includes(`, \`${flag}`))).toEqual([]);
  });

  test("gives every exit code its meaning", async () => {
    const { stdout } = await world.call(["run", "--help"]);
    const codes = [...stdout.matchAll(/^ {2}(\w+) {2,}(.*)$/gm)].filter(([, code]) => /^(?:\d+|N)$/.test(code ?? ""));
    expect(codes.length).toBeGreaterThan(9);
    const rows = readme.split("\n").map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")));
    for (const [, code, meaning] of codes) {
      expect(rows.filter((row) => row[1] === code).map((row) => row[2]?.replace(/:.*/, ""))).toEqual([
        meaning?.replace(/:.*/, ""),
      ]);
    }
  });
});
