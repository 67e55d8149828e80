/**
 * A worker thread with the CPython of the npm package pyodide in it, started by `embedded.ts`. It prepares the interpreter, or takes one that was prepared
 * before from a copy of its memory; then it does one job, and is over.
 *
 * It is JavaScript, as the agent around it is Python: shipped as it is written, so that it runs beside the sources and beside the build.
 */
import { parentPort, workerData } from "node:worker_threads";

const port = /** @type {import("node:worker_threads").MessagePort} */ (parentPort);

/** The package's module, the agent's folder, a prepared memory or null, and memory that this thread shares with the one that has started it. */
const { module, agent, tracing, env, memory, interrupt, answers } = workerData;

/** Where the agent lies in the file system of the interpreter. */
const AGENT = "/interloop";

const said = /** @type {string[]} */ ([]);

/** @typedef {import("pyodide").PyodideInterface} Python */

/** Shows a folder of this machine to the interpreter. @type {(python: Python, folder: string, at: string) => void} */
function mount(python, folder, at) {
  python.FS.mkdirTree(at);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, at);
}

/** An interpreter with the agent in it. */
async function load() {
  const { loadPyodide } = await import(module);
  const python = await loadPyodide({
    env,
    stdin: () => null,
    stdout: () => undefined,
    stderr: (/** @type {string} */ text) => said.push(text),
    ...(memory === null ? { _makeSnapshot: true } : { _loadSnapshot: memory }),
  });
  mount(python, agent, AGENT);
  return python;
}

/** Prepares an interpreter, and tells its version and its memory. */
async function prepare() {
  const python = await load();
  python.runPython(`
    import sys
    sys.path.insert(1, "${AGENT}")
    from interloop_agent import embedded
    embedded.prepare(${tracing ? "True" : "False"})
    del embedded
  `);
  const version = python.runPython("sys.version.split()[0]");
  port.postMessage({ type: "prepared", version, memory: python.makeMemorySnapshot() });
}

/** Waits until the choice that was asked has been answered. */
function answer() {
  Atomics.wait(answers, 0, 0);
  Atomics.store(answers, 0, 0);
  return Atomics.load(answers, 1);
}

/** Does a job. The interpreter ends with it, wherever it is then. @param {Python} python */
function execute(python, /** @type {{ job: object, folders: string[] }} */ { job, folders }) {
  for (const folder of folders) mount(python, folder, folder);
  const send = (/** @type {string} */ message) => {
    port.postMessage(JSON.parse(message));
  };
  try {
    python.setInterruptBuffer(interrupt);
    python.pyimport("interloop_agent.embedded").run(JSON.stringify(job), send, answer);
  } catch (error) {
    const { status } = /** @type {{ status?: number }} */ (error);
    port.postMessage({ type: "over", status: status ?? null, said: said.join("\n") || String(error) });
  }
}

if (memory === null) await prepare();
else {
  const python = await load();
  port.once("message", (message) => {
    execute(python, message);
  });
  port.postMessage({ type: "ready" });
}
