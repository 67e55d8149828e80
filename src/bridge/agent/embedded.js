/**
 * A worker thread with the CPython of the npm package pyodide in it, started by `worker.ts`. It prepares the interpreter, says hello, does one job, and is ended
 * from outside.
 *
 * It is JavaScript, as the agent around it is Python: shipped as it is written, so that it runs beside the sources and beside the build.
 */
import { parentPort, workerData } from "node:worker_threads";

/** @type {import("node:worker_threads").MessagePort} */
const port = /** @type {any} */ (parentPort);

/** What `worker.ts` says: the package's module, the agent's folder, and memory that both threads share. */
const { module, agent, tracing, env, interrupt, answers } = workerData;

/** Where the agent lies in the file system of the interpreter. */
const AGENT = "/interloop";

/** @param {string} text */
const complain = (text) => {
  port.postMessage({ type: "complaint", text });
};

/** @param {string} text a message of the agent's, as JSON */
const send = (text) => {
  port.postMessage(JSON.parse(text));
};

/** Waits until a choice has been answered. */
const answer = () => {
  Atomics.wait(answers, 0, 0);
  Atomics.store(answers, 0, 0);
  return Atomics.load(answers, 1);
};

/** @param {string} stack */
const stalled = (stack) => {
  port.postMessage({ type: "stack", stack });
};

/**
 * Shows a folder of this machine to the interpreter, at the same place.
 * @param {any} python
 * @param {string} folder
 * @param {string} at
 */
function mount(python, folder, at = folder) {
  python.FS.mkdirTree(at);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, at);
}

const { loadPyodide } = await import(module);
const python = await loadPyodide({ env, stdin: () => null, stdout: () => undefined, stderr: complain });
mount(python, agent, AGENT);
python.setInterruptBuffer(interrupt);
python.runPython(`import sys; sys.path.insert(1, "${AGENT}")`);
const embedded = python.pyimport("interloop_agent.embedded");
embedded.prepare(tracing, stalled);
python.runPython(`sys.path.remove("${AGENT}")`);
const version = python.runPython("sys.version.split()[0]");

port.once("message", ({ job, folders }) => {
  for (const folder of folders) mount(python, folder);
  try {
    embedded.run(JSON.stringify(job), send, answer);
  } catch (error) {
    // The interpreter has ended, which is how every job ends; what went wrong before that is the agent's fault, and said by it.
    const status = /** @type {any} */ (error).status;
    if (typeof status !== "number") complain(String(error));
    port.postMessage({ type: "exit", pid: 0, status: status ?? 70 });
  }
});
port.postMessage({ type: "hello", protocol: 1, version, pid: 0 });
