// `npm run fuzz` and `npm run sabotage` start here: bundles a runner, which is written in TypeScript, and runs it.
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const entry = process.argv.splice(2, 1)[0] ?? "main.ts";
const outfile = join(here, "..", "node_modules", ".cache", "interloop-fuzz", `${basename(entry, ".ts")}.js`);

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

await build({
  entryPoints: [join(here, entry)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  tsconfig: join(here, "..", "tsconfig.json"),
  plugins: [ownPaths],
  logLevel: "error",
});
await import(pathToFileURL(outfile).href);
