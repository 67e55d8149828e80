// Runs a tool of this repository that is written in TypeScript: `node tools/run.js ENTRY.ts [ARGUMENT...]`.
// It bundles the entry into the cache of node_modules and imports it; the tool sees its own arguments only.
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** In a bundle all modules have one path; what lies beside a module is found by its own. */
const ownPaths = {
  name: "own paths",
  /** @param {import("esbuild").PluginBuild} bundler */
  setup(bundler) {
    bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const contents = text
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)));
      return { contents, loader: "ts" };
    });
  },
};

const [entry = ""] = process.argv.splice(2, 1);
const outfile = join(root, "node_modules", ".cache", "interloop-tools", dirname(entry), `${basename(entry, ".ts")}.js`);
await build({
  entryPoints: [join(root, entry)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  // A repr shows the name of a function, which must not depend on what else is in the bundle.
  keepNames: true,
  tsconfig: join(root, "tsconfig.json"),
  plugins: [ownPaths],
  logLevel: "error",
});
await import(pathToFileURL(outfile).href);
