// `npm run bench:bridge` starts here: bundles the benchmark of the bridge, which is written in TypeScript, and runs it.
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

const bench = dirname(fileURLToPath(import.meta.url));
const outfile = join(bench, "..", "node_modules", ".cache", "interloop-bench", "bridge.js");
buildSync({
  entryPoints: [join(bench, "bridge", "main.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  // The agent's folder is found from where the bundled file was.
  define: { "import.meta.url": JSON.stringify(pathToFileURL(join(bench, "..", "src", "bridge", "process.ts")).href) },
  logLevel: "error",
});
await import(pathToFileURL(outfile).href);
