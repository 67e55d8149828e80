/** The package as its users get it: packed from the sources alone, installed into an empty folder, used by name and by command. */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "./architecture/sources.js";
import { newest, noPython } from "./bridge/live.js";

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
const folder = mkdtempSync(join(tmpdir(), "interloop-pack-"));
const project = join(folder, "project");
const user = join(folder, "user");

/** A command's standard output. What `npm test` tells its own script is kept from it, as a user's shell would not say it. */
function run(cwd: string, command: string, ...args: string[]): string {
  const env = Object.entries(process.env).filter(([name]) => {
    return !/^(?:npm_(?:package|lifecycle|command|execpath|config_local_prefix)|INIT_CWD|NODE_ENV|VITEST|TEST$)/.test(
      name,
    );
  });
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: Object.fromEntries(env),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: exit code ${String(status)}\n${stdout}${stderr}`);
  return stdout;
}

/** A copy of what the build reads, so that neither an old `dist` nor a spec that runs meanwhile is in the way. */
function copyProject(): void {
  mkdirSync(project);
  const parts = ["package.json", "README.md", "LICENSE", "CHANGELOG.md", "tsconfig.json", "tsconfig.build.json", "src"];
  for (const part of parts) cpSync(join(root, part), join(project, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"), "junction");
}

const scenario = `import { print, time, type Blocking } from "interloop";

export default function* main(): Blocking<void> {
  yield* print("Start; time:", Math.round(time.monotonic()));
  yield* time.sleep(86400);
  yield* print("Done; time:", Math.round(time.monotonic()));
}
`;

beforeAll(() => {
  copyProject();
  // Packing runs `prepare`, which builds.
  run(project, "npm", "pack", "--silent", "--pack-destination", folder);
  mkdirSync(user);
  writeFileSync(join(user, "package.json"), JSON.stringify({ name: "user", private: true, type: "module" }));
  writeFileSync(join(user, "scenario.ts"), scenario);
  run(user, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund", join(folder, `interloop-${version}.tgz`));
}, 240_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("the tarball holds the build, its sources and the documents, and nothing else", () => {
  const installed = join(user, "node_modules", "interloop");
  expect(readdirSync(installed).sort()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "dist",
    "package.json",
    "src",
  ]);
  for (const file of ["dist/index.js", "dist/index.d.ts", "dist/index.js.map", "dist/cli/main.js"]) {
    expect([file, existsSync(join(installed, file))]).toEqual([file, true]);
  }
});

test("npx interloop --version says the version of package.json", () => {
  expect(run(user, "npx", "interloop", "--version")).toBe(`${version}\n`);
});

test("npx interloop run prints the output of a TypeScript scenario, and nothing else", () => {
  expect(run(user, "npx", "interloop", "run", "scenario.ts")).toBe("Start; time: 0\nDone; time: 86400\n");
});

test("a program that imports the package by name can simulate", () => {
  const program = `
    import { print, simulate } from "interloop";
    const run = simulate(function* main() {
      yield* print("Hello from a run", 1.5);
    });
    process.stdout.write(JSON.stringify([run.ending.kind, run.output]));
  `;
  writeFileSync(join(user, "program.js"), program);
  expect(JSON.parse(run(user, "node", "program.js"))).toEqual(["returned", "Hello from a run 1.5\n"]);
});

test.skipIf(noPython)(
  "a program that imports the bridge by name can run real Python, whose agent is in the package",
  () => {
    writeFileSync(join(user, "program.py"), "import threading\nprint(threading.current_thread().name)\n");
    const program = `
    import { runPython } from "interloop/bridge";
    const run = await runPython("program.py", { pythonExe: ${JSON.stringify(newest.path)} });
    process.stdout.write(JSON.stringify([run.ending.kind, run.output]));
  `;
    writeFileSync(join(user, "bridge.js"), program);
    expect(JSON.parse(run(user, "node", "bridge.js"))).toEqual(["returned", "MainThread\n"]);
    expect(run(user, "npx", "interloop", "py", "run", "--python-exe", newest.path, "program.py")).toBe("MainThread\n");
  },
);

test("the installed types accept a right scenario and refuse a wrong one", () => {
  const wrong = [
    'import { time } from "interloop";',
    "// @ts-expect-error  the time to sleep is a number of seconds",
    'time.sleep("a day");',
  ];
  writeFileSync(join(user, "wrong.ts"), wrong.join("\n"));
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  writeFileSync(
    join(user, "bridge.ts"),
    'import { runPython } from "interloop/bridge";\nvoid runPython("program.py", { seed: 1 });\n',
  );
  const options = ["--noEmit", "--strict", "--target", "es2023", "--module", "nodenext"];
  expect(run(user, "node", tsc, ...options, "scenario.ts", "wrong.ts", "bridge.ts")).toBe("");
});
