// `npm run bench` starts here: bundles the runner, which is written in TypeScript, and runs it.
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

const bench = dirname(fileURLToPath(import.meta.url));
const outfile = join(bench, "..", "node_modules", ".cache", "interloop-bench", "runner.js");
buildSync({
  entryPoints: [join(bench, "runner", "main.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "error",
});
await import(pathToFileURL(outfile).href);
