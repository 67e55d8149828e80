/**
 * Makes one script of a scenario file and what it imports. TypeScript is stripped of its types, other modules are taken in, and `interloop`
 * stands for the package that is running, whatever is or is not installed beside the file.
 */
import { statSync } from "node:fs";
import { type SourceMapPayload, SourceMap } from "node:module";
import { extname, resolve, sep } from "node:path";
import { build as esbuild, type Message, type Plugin } from "esbuild";
import { UsageError } from "../kernel/errors.js";

/** The name under which a bundled script finds the running package. */
export const INTERLOOP = "__interloop__";

/** A place in a source file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * How the bundler keeps a function's name, and how it is kept at less cost. A name that the function has anyway need not be defined again, which
 * would make each execution slower that makes functions.
 */
const NAMER = 'var __name = (target, value) => __defProp(target, "name", { value, configurable: true });';
const CHEAP_NAMER = NAMER.replace("=> ", "=> target.name === value ? target : ");

/** What a module exports, by name. */
export type Namespace = Readonly<Record<string, unknown>>;

/** A scenario and what it imports, as one script. */
export interface Bundle {
  /** CommonJS. */
  readonly code: string;
  /** Where a place of the script (line and column from 1) comes from; null when nobody wrote it. */
  origin(line: number, column: number): Place | null;
  /** What stands at such a place, up to the end of its line. */
  textAt(place: Place): string;
}

const EXTENSIONS: readonly string[] = [".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", ".jsx"];

/**
 * Bundles a scenario file.
 * @param file its path
 * @param cwd the folder against which the path is resolved, and relative to which places are named
 * @param running what `interloop` exports: the running package's namespace
 * @throws UsageError one line: the file is missing or no file, or `FILE:LINE:COLUMN: what is wrong`
 */
export async function bundle(file: string, cwd: string, running: Namespace): Promise<Bundle> {
  const path = resolve(cwd, file);
  checkFile(file, path);
  try {
    const result = await esbuild({
      entryPoints: [path],
      absWorkingDir: cwd,
      // Where the script would be if it were written; the map names its sources relative to here.
      outfile: resolve(cwd, "interloop-bundle.js"),
      write: false,
      bundle: true,
      format: "cjs",
      platform: "node",
      target: `node${process.versions.node}`,
      // The names of functions are printed: in tracebacks, thread names and reprs.
      keepNames: true,
      // What is never used is looked at all the same: see `lint`.
      treeShaking: false,
      charset: "utf8",
      legalComments: "none",
      sourcemap: "external",
      logLevel: "silent",
      plugins: [runningPackage(Object.keys(running))],
    });
    const [map = "", code = ""] = ["js.map", "js"].map(
      (end) => result.outputFiles.find((output) => output.path.endsWith(`bundle.${end}`))?.text,
    );
    return new MappedBundle(code.replace(NAMER, CHEAP_NAMER), JSON.parse(map) as SourceMapPayload);
  } catch (error) {
    const { errors } = error as { readonly errors?: readonly Message[] };
    const [first] = errors ?? [];
    if (first === undefined) throw error;
    throw new UsageError(describe(first, file, running));
  }
}

/** @throws UsageError when the path leads to no file that could be a module */
function checkFile(file: string, path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new UsageError(
      `${file}: there is no such file; name a TypeScript or JavaScript module that exports a scenario`,
    );
  }
  if (found.isDirectory()) {
    throw new UsageError(
      `${file}: this is a folder; name the module in it, such as ${file.replace(/[\\/]+$/, "")}/scenario.ts`,
    );
  }
  if (EXTENSIONS.includes(extname(path))) return;
  throw new UsageError(
    `${file}: this is no TypeScript or JavaScript module; its name must end in ${EXTENSIONS.join(", ")}`,
  );
}

/** Lets `interloop` lead to the package that is running. */
function runningPackage(exported: readonly string[]): Plugin {
  const lines = exported.map((name) => `export const ${name} = ${INTERLOOP}.${name};`);
  return {
    name: "interloop",
    setup(build) {
      build.onResolve({ filter: /^interloop$/ }, () => ({ path: "interloop", namespace: "running" }));
      build.onLoad({ filter: /^/, namespace: "running" }, () => ({ contents: lines.join("\n"), loader: "js" }));
    },
  };
}

class MappedBundle implements Bundle {
  readonly code: string;
  readonly #map: SourceMap;
  readonly #lines = new Map<string, readonly string[]>();

  constructor(code: string, map: SourceMapPayload) {
    this.code = code;
    this.#map = new SourceMap(map);
    for (const [at, source] of map.sources.entries()) {
      this.#lines.set(pathOf(source), (map.sourcesContent[at] ?? "").split("\n"));
    }
  }

  origin(line: number, column: number): Place | null {
    const entry = this.#map.findEntry(line - 1, column - 1);
    if (!("originalSource" in entry) || typeof entry.originalSource !== "string") return null;
    const { originalSource, originalLine, originalColumn } = entry;
    if (originalSource === "" || originalSource.startsWith("running:")) return null;
    return { file: pathOf(originalSource), line: originalLine + 1, column: originalColumn + 1 };
  }

  textAt({ file, line, column }: Place): string {
    return this.#lines.get(file)?.[line - 1]?.slice(column - 1) ?? "";
  }
}

/** A source of a map as a path of this system. */
function pathOf(source: string): string {
  return source.split("/").join(sep);
}

/** A message of the bundler as one line. */
function describe({ text, location }: Message, file: string, running: Namespace): string {
  const where = location === null ? file : `${location.file}:${String(location.line)}:${String(location.column + 1)}`;
  const missing = /^No matching export in "running:interloop" for import "(.*)"$/.exec(text)?.[1];
  if (missing !== undefined) {
    return `${where}: interloop exports no ${missing}; ${homes(missing, running)}`;
  }
  const unresolved = /^Could not resolve "(.*)"$/.exec(text)?.[1];
  if (unresolved !== undefined) {
    const kind = unresolved.startsWith(".") ? "there is no such file" : "install it beside the scenario";
    return `${where}: cannot find ${JSON.stringify(unresolved)}: ${kind}`;
  }
  if (text.startsWith("Top-level await")) {
    return `${where}: a scenario cannot await: no Promise enters the simulation`;
  }
  return `${where}: ${text.replace(/\s+/g, " ")}`;
}

/** Where a name that is not exported by itself can be found instead. */
function homes(name: string, running: Namespace): string {
  const found = Object.entries(running).filter(([, module]) => {
    return typeof module === "object" && module !== null && Object.hasOwn(module, name);
  });
  if (found.length > 0) return `write ${found.map(([module]) => `${module}.${name}`).join(" or ")}`;
  return `it exports ${Object.keys(running).join(", ")}`;
}
