/** Loads a scenario file: bundles it, looks for mistakes that a run would not show, and runs it up to its default export. */
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { compileFunction } from "node:vm";
import * as running from "../index.js";
import { UsageError } from "../kernel/errors.js";
import type { Scenario } from "../run.js";
import { type Bundle, bundle, INTERLOOP } from "./bundle.js";
import { lint } from "./lint.js";
import { BUNDLE_NAME, firstPlace, type Places } from "./stack.js";

/** A scenario that is ready to run. */
export interface Loaded {
  readonly scenario: Scenario;
  /** Where what it throws was written. */
  readonly places: Places;
}

const RIGHT = "export default function* main(): Blocking<void> { … }";

/**
 * Loads a scenario file.
 * @param file its path, as the user gave it
 * @param cwd the folder against which the path is resolved
 * @throws UsageError what is wrong, one line for each mistake
 */
export async function load(file: string, cwd: string): Promise<Loaded> {
  const loaded = await bundle(file, cwd, running);
  const mistakes = lint(loaded);
  if (mistakes.length > 0) throw new UsageError(mistakes.join("\n"));
  return { scenario: checkScenario(file, evaluate(file, cwd, loaded)), places: loaded };
}

/** Runs a bundled script. @returns what it exports */
function evaluate(file: string, cwd: string, loaded: Bundle): unknown {
  const path = resolve(cwd, file);
  const module: { exports: unknown } = { exports: {} };
  try {
    const parameters = ["exports", "require", "module", "__filename", "__dirname", INTERLOOP];
    const script = compileFunction(loaded.code, parameters, { filename: BUNDLE_NAME }) as (...args: unknown[]) => void;
    script(module.exports, createRequire(path), module, path, dirname(path), running);
  } catch (error) {
    const place = firstPlace(error, loaded);
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new UsageError(`${place ?? file}: the module threw while it was loaded: ${what.replace(/\s*\n\s*/g, " ")}`);
  }
  return module.exports;
}

/** The scenario among what a module exports. @throws UsageError when there is none */
function checkScenario(file: string, exported: unknown): Scenario {
  // A CommonJS module exports one value, an ES module its default among others.
  const isModule = typeof exported === "object" && exported !== null;
  if (isModule && !("default" in exported)) throw new UsageError(`${file}: no default export; write ${RIGHT}`);
  const scenario = isModule && "default" in exported ? exported.default : exported;
  if (Object.prototype.toString.call(scenario) === "[object GeneratorFunction]") return scenario as Scenario;
  throw new UsageError(
    `${file}: the default export is ${describe(scenario)}, but a scenario is a generator function; write ${RIGHT}`,
  );
}

function describe(value: unknown): string {
  if (typeof value === "function") {
    const tag = Object.prototype.toString.call(value);
    if (tag === "[object AsyncFunction]" || tag === "[object AsyncGeneratorFunction]") return "an async function";
    return value.toString().startsWith("class") ? "a class" : "a plain function";
  }
  if (Object.prototype.toString.call(value) === "[object Generator]") return "a generator that was called already";
  if (value instanceof Object) return `an object of class ${value.constructor.name}`;
  return typeof value === "string" ? "a text" : String(value);
}
