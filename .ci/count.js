// Reads vitest's JSON report, names the specs that failed, and prints `N passed, N failed` as its last line.
// A file that could not be loaded, or a run that ended without a report, counts as one failure.
import { readFileSync } from "node:fs";

/**
 * @typedef {{ name: string, status: string, assertionResults: { fullName: string, status: string }[] }} SpecFile
 * @typedef {{ success: boolean, numPassedTests: number, numFailedTests: number, testResults: SpecFile[] }} Report
 */

/**
 * @param {string} file
 * @returns {Report}
 */
function read(file) {
  try {
    return /** @type {Report} */ (JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return { success: false, numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

const report = read(process.argv[2] ?? "");
const failed = report.testResults.flatMap(({ name, status, assertionResults }) => {
  const tests = assertionResults.filter((test) => test.status === "failed").map((test) => `${name}: ${test.fullName}`);
  return tests.length === 0 && status === "failed" ? [`${name}: could not be loaded`] : tests;
});
if (failed.length === 0 && !report.success) failed.push("the specs did not run to their end");
const lines = [...failed.map((line) => `failed: ${line}`), `${report.numPassedTests} passed, ${failed.length} failed`];
process.stdout.write(`${lines.join("\n")}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
