import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // The specs and the scenarios import the package by its own name, as users do, and run the sources and not the build.
    alias: [
      { find: /^interloop$/, replacement: fileURLToPath(new URL("./src/index.ts", import.meta.url)) },
      { find: /^interloop\/bridge$/, replacement: fileURLToPath(new URL("./src/bridge/index.ts", import.meta.url)) },
    ],
  },
  test: {
    include: ["spec/**/*.spec.ts"],
    // Worker threads start faster than processes, and vitest's default would leave one of two cores idle.
    pool: "threads",
    maxWorkers: "100%",
    // Of the tests in one file that may go on side by side.
    maxConcurrency: 3,
    // No spec measures time. These limits only end a spec that hangs, on a slow and busy machine too.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
