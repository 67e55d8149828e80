// `npm run traces:record` starts here: bundles the recorder, which is written in TypeScript, and runs it.
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

const traces = dirname(fileURLToPath(import.meta.url));
const outfile = join(traces, "..", "node_modules", ".cache", "interloop-traces", "recorder.js");
buildSync({
  entryPoints: [join(traces, "recorder", "main.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  define: { "import.meta.url": JSON.stringify(pathToFileURL(join(traces, "..", "src", "bridge", "process.ts")).href) },
  logLevel: "error",
});
await import(pathToFileURL(outfile).href);
