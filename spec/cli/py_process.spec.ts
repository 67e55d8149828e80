/** `interloop py` as a process of its own: its bytes, its end, and that none of its processes outlives it. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../architecture/sources.js";
import { newest, noPython } from "../bridge/live.js";
import { World } from "./world.js";

const world = new World();
// Two levels below the project's folder, as in the package, so that the program finds the agent.
const built = mkdtempSync(join(root, "node_modules", ".interloop-"));
const executable = join(built, "main.js");
/** What marks the processes that these specs start: it stands in the environment of each. */
const mark = `INTERLOOP_SPEC=${world.folder}`;
const noProc = !existsSync("/proc/self/environ");

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
    "bytes.py": 'import sys\nsys.stdout.buffer.write(b"a\\xff\\x80\\n\\xc3\\xa9")\nsys.stderr.write("\\udc81!\\n")\n',
    "spins.py": "open('begun', 'w').close()\nwhile True:\n    pass\n",
    "threads.py": `import threading
def count():
    for at in range(20):
        with lock:
            pass
lock = threading.Lock()
open("begun", "w").close()
threads = [threading.Thread(target=count) for _ in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
`,
  });
});
afterAll(() => {
  world.remove();
  rmSync(built, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** Runs the executable on the newest interpreter. `begun` is given the process when the program has begun, to act on it. */
function run(words: readonly string[], begun?: (child: ChildProcess) => void): Promise<Ended> {
  const [command = "", ...rest] = words;
  rmSync(join(world.folder, "begun"), { force: true });
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [executable, "py", command, "--python-exe", newest.path, ...rest], {
      cwd: world.folder,
      env: { PATH: process.env["PATH"], INTERLOOP_SPEC: world.folder },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const written = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    child.stdout.on("data", (data: Buffer) => written.stdout.push(data));
    child.stderr.on("data", (data: Buffer) => written.stderr.push(data));
    const waiting = setInterval(() => {
      if (!existsSync(join(world.folder, "begun"))) return;
      clearInterval(waiting);
      begun?.(child);
    }, 10);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearInterval(waiting);
      resolve({ code, signal, stdout: Buffer.concat(written.stdout), stderr: Buffer.concat(written.stderr) });
    });
  });
}

/** How many processes of these specs there are. */
function processes(): number {
  return readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && isMarked(pid)).length;
}

function isMarked(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, "latin1").split("\0").includes(mark);
  } catch {
    // It has ended meanwhile, or is somebody else's.
    return false;
  }
}

/** Waits until there are no processes left, for at most five seconds. @returns how many there are then */
async function left(): Promise<number> {
  for (let tries = 0; tries < 100 && processes() > 0; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  return processes();
}

describe.skipIf(noPython)("a real program", () => {
  test("writes exactly its bytes to both streams", async () => {
    const { code, stdout, stderr } = await run(["run", "bytes.py"]);
    expect([code, stdout.toString("hex"), stderr.toString("latin1")]).toEqual([0, "61ff800ac3a9", "\\udc81!\n"]);
  });

  test.skipIf(noProc)("leaves no process behind when it ends, stalls or is searched", async () => {
    expect((await run(["run", "bytes.py"])).code).toBe(0);
    expect(processes()).toBe(0);
    expect((await run(["run", "--wall-limit", "0.5", "spins.py"])).code).toBe(109);
    expect(processes()).toBe(0);
    expect((await run(["explore", "--strategy", "random", "--max", "20", "threads.py"])).code).toBe(3);
    expect(processes()).toBe(0);
  });

  test.skipIf(noProc)("or when this process is killed, however", async () => {
    for (const signal of ["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP"] as const) {
      let running = 0;
      const ended = await run(["run", "--wall-limit", "600", "spins.py"], (child) => {
        running = processes();
        child.kill(signal);
      });
      expect([ended.signal, running > 2]).toEqual([signal, true]);
      expect([signal, await left()]).toEqual([signal, 0]);
    }
  });

  test.skipIf(noProc)("or in the middle of a search", async () => {
    const { signal } = await run(["explore", "--lines", "threads.py"], (child) => child.kill("SIGKILL"));
    expect([signal, await left()]).toEqual(["SIGKILL", 0]);
  });

  test("Ctrl-C ends a search, which reports what it found so far", async () => {
    const words = ["explore", "--json", "--strategy", "random", "--max", "1000000", "threads.py"];
    const { code, stdout, stderr } = await run(words, (child) => child.kill("SIGINT"));
    expect([code, stderr.toString()]).toEqual([3, ""]);
    expect(JSON.parse(stdout.toString())).toMatchObject({ verdict: "inconclusive", reason: "the search was stopped" });
    if (!noProc) expect(processes()).toBe(0);
  });

  test("also one whose program hangs", async () => {
    const { code, stdout } = await run(["explore", "--wall-limit", "600", "spins.py"], (child) => child.kill("SIGINT"));
    expect([code, stdout.toString().split("\n")[0]]).toEqual([3, "inconclusive: the search was stopped"]);
  });
});
