/** The command line as a process of its own: its streams, its exit code, signals, and readers that stop reading. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../architecture/sources.js";
import { HEAD, World } from "./world.js";

const world = new World();
// Two levels below the project's folder, as in the package, so that the program finds its package.json and its dependencies.
const built = mkdtempSync(join(root, "node_modules", ".interloop-"));
const executable = join(built, "main.js");

beforeAll(async () => {
  await build({
    entryPoints: [join(root, "src/cli/main.ts")],
    outfile: executable,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
  });
  world.write({
    "exits.ts": `${HEAD}export default function* main(): Blocking<void> {
      yield* print("out");
      sys.exit("a reason");
    }`,
    "long.ts": `${HEAD}export default function* main(): Blocking<void> {
      for (let line = 0; line < 20_000; line++) yield* print("one of many lines, more than a pipe can hold", line);
    }`,
    "search.ts": `import { writeFileSync } from "node:fs";\n${HEAD}
      function* count(): Blocking<void> { for (let at = 0; at < 20; at++) yield* time.sleep(0); }
      export default function* main(): Blocking<void> {
        writeFileSync("begun", "");
        const others = [1, 2, 3].map(() => new threading.Thread({ target: count }));
        for (const other of others) yield* other.start();
        for (const other of others) yield* other.join();
      }`,
  });
});
afterAll(() => {
  world.remove();
  rmSync(built, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the executable. `begun` is given the process, to act on it. */
function run(argv: readonly string[], begun?: (child: ChildProcess) => void): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [executable, ...argv], {
      cwd: world.folder,
      env: { PATH: process.env["PATH"] },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const written = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (written.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (written.stderr += text));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, ...written });
    });
    begun?.(child);
  });
}

test("streams and exit code are the program's own", async () => {
  expect(await run(["run", "exits.ts"])).toEqual({ code: 1, stdout: "out\n", stderr: "a reason\n" });
});

test("wrong input is one line and exit code 2", async () => {
  expect(await run(["run", "none.ts"])).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "interloop: none.ts: there is no such file; name a TypeScript or JavaScript module that exports a scenario\n",
  });
});

test("a long output arrives whole", async () => {
  const { code, stdout, stderr } = await run(["run", "long.ts"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout.split("\n")).toHaveLength(20_001);
});

test("a reader that stops reading is no error", async () => {
  const { code, stderr } = await run(["run", "long.ts"], (child) => {
    child.stdout?.once("data", () => child.stdout?.destroy());
  });
  expect([code, stderr]).toEqual([0, ""]);
});

test.skipIf(process.platform === "win32")("Ctrl-C ends a search, which reports what it found so far", async () => {
  const { code, stdout, stderr } = await run(["explore", "search.ts", "--max", "1_000_000_000", "--json"], (child) => {
    // The search has begun when the scenario has been run.
    const waiting = setInterval(() => {
      if (!existsSync(join(world.folder, "begun"))) return;
      clearInterval(waiting);
      child.kill("SIGINT");
    }, 10);
    child.on("close", () => {
      clearInterval(waiting);
    });
  });
  expect([code, stderr]).toEqual([3, ""]);
  expect(JSON.parse(stdout)).toMatchObject({ verdict: "inconclusive", reason: "the search was stopped" });
});
